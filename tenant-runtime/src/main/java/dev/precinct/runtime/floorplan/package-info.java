/** Floor plans as a user may see them: outside his zones the picture is empty. */
@NullMarked
package dev.precinct.runtime.floorplan;

import org.jspecify.annotations.NullMarked;
