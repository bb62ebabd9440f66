/** Tests of whom a client trusts. */
@NullMarked
package dev.precinct.tenancy.tls;

import org.jspecify.annotations.NullMarked;
