/** Who calls: the gateway's assertion checked, and the caller's rights and scope looked up. */
@NullMarked
package dev.precinct.runtime.access.http;

import org.jspecify.annotations.NullMarked;
