/** What is in the servers of an installation, asked as their administrator. */
@NullMarked
package dev.precinct.e2e.persistence;

import org.jspecify.annotations.NullMarked;
