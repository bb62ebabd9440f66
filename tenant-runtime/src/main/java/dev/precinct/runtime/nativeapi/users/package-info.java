/** Users as the tenant's administrator manages them. */
@NullMarked
package dev.precinct.runtime.nativeapi.users;

import org.jspecify.annotations.NullMarked;
