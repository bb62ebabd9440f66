/** The settings, and that the contract file says what the code reads. */
@NullMarked
package dev.precinct.runtime.platform.config;

import org.jspecify.annotations.NullMarked;
