/** How a failing database or Redis shows to the rooms, without a type of either. */
@NullMarked
package dev.precinct.runtime.platform.storage;

import org.jspecify.annotations.NullMarked;
