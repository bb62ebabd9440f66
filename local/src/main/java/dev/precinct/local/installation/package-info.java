/** The platform's own objects, as they are applied at the start. */
@NullMarked
package dev.precinct.local.installation;

import org.jspecify.annotations.NullMarked;
