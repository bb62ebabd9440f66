/** CMX's map tree cut to a user's scope: nothing of it tells that there is more. */
@NullMarked
package dev.precinct.runtime.cmxapi.maps;

import org.jspecify.annotations.NullMarked;
