/** AOT caches of the units: what their own images' Java loads and compiles while the platform is used, kept for the next start. */
@NullMarked
package dev.precinct.local.image.training;

import org.jspecify.annotations.NullMarked;
