/** The signed word of the gateway that a request is authenticated and allowed; runtimes accept nothing else. */
@NullMarked
package dev.precinct.tenancy.assertion;

import org.jspecify.annotations.NullMarked;
