/** The paths of CMX's API. */
@NullMarked
package dev.precinct.runtime.cmxapi.http;

import org.jspecify.annotations.NullMarked;
