/** Where CMX pushes to. */
@NullMarked
package dev.precinct.runtime.location.http;

import org.jspecify.annotations.NullMarked;
