/** The portal in a real browser, as its readers see it. */
@NullMarked
package dev.precinct.e2e.browser;

import org.jspecify.annotations.NullMarked;
