/** Tests of the settings. */
@NullMarked
package dev.precinct.operator.config;

import org.jspecify.annotations.NullMarked;
