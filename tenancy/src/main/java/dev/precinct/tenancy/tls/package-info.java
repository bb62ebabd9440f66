/** Whom a client trusts: certificate authorities that somebody gave, instead of those that come with Java. */
@NullMarked
package dev.precinct.tenancy.tls;

import org.jspecify.annotations.NullMarked;
