/** What all HTTP interfaces of the runtime share: raw queries, errors in the shape of their API, the age of data. */
@NullMarked
package dev.precinct.runtime.edge;

import org.jspecify.annotations.NullMarked;
