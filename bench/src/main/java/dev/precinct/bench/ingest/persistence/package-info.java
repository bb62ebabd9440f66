/** Looks into the tenant's database from outside of the runtime. */
@NullMarked
package dev.precinct.bench.ingest.persistence;

import org.jspecify.annotations.NullMarked;
