/** Pushes single notifications at a rate, watches what becomes durable, and tells lags. */
@NullMarked
package dev.precinct.bench.ingest;

import org.jspecify.annotations.NullMarked;
