/** The anti-corruption room: what CMX tells of devices, by poll, push or history, becomes ours here; sentinels become absence, ids text. */
@NullMarked
package dev.precinct.runtime.location.cmx;

import org.jspecify.annotations.NullMarked;
