/** Takes the permissions that the Tenant's YAML declares from their files and keeps what the administrator changed. */
@NullMarked
package dev.precinct.runtime.access.seed;

import org.jspecify.annotations.NullMarked;
