/** What the operator needs of a PostgreSQL server: one database and one login role for a tenant. */
@NullMarked
package dev.precinct.operator.database;

import org.jspecify.annotations.NullMarked;
