/** What CMX tells becomes ours. */
@NullMarked
package dev.precinct.runtime.location.cmx;

import org.jspecify.annotations.NullMarked;
