/** The operator's settings: each key once, with type, default and words. */
@NullMarked
package dev.precinct.operator.config;

import org.jspecify.annotations.NullMarked;
