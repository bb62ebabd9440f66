/** What all processes of the platform hold of their settings. */
@NullMarked
package dev.precinct.tenancy.settings;

import org.jspecify.annotations.NullMarked;
