/** Image archives as files: layers whose bytes depend on nothing but their content, and what an archive says of itself. */
@NullMarked
package dev.precinct.local.image.archive;

import org.jspecify.annotations.NullMarked;
