/** The command that makes container images. */
@NullMarked
package dev.precinct.local.cli.images;

import org.jspecify.annotations.NullMarked;
