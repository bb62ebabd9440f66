/** What runs and who may use it: gathered, for people and as JSON. */
@NullMarked
package dev.precinct.local.cli.status;

import org.jspecify.annotations.NullMarked;
