/** PostgreSQL as the databases of tenants: the only room that sees JDBC. */
@NullMarked
package dev.precinct.operator.database.persistence;

import org.jspecify.annotations.NullMarked;
