/** The portal's files. */
@NullMarked
package dev.precinct.gateway.portal;

import org.jspecify.annotations.NullMarked;
