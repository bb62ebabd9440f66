/** Where things are and what the last {@code up} was told: what every command begins with. */
@NullMarked
package dev.precinct.local.cli.context;

import org.jspecify.annotations.NullMarked;
