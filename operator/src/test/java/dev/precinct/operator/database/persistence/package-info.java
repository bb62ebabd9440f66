/** PostgreSQL against the contract. */
@NullMarked
package dev.precinct.operator.database.persistence;

import org.jspecify.annotations.NullMarked;
