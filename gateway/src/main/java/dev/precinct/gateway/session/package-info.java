/** Sessions of the portal: what a cookie stands for. */
@NullMarked
package dev.precinct.gateway.session;

import org.jspecify.annotations.NullMarked;
