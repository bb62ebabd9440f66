/** The contract of tenants' databases. */
@NullMarked
package dev.precinct.operator.database;

import org.jspecify.annotations.NullMarked;
