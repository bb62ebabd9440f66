/** Container images of the platform's units, made on this machine without a container engine and without a registry. */
@NullMarked
package dev.precinct.local.image;

import org.jspecify.annotations.NullMarked;
