/** Where this installation keeps its things and which ports it has. */
@NullMarked
package dev.precinct.local.home;

import org.jspecify.annotations.NullMarked;
