/** A lean HTTP/1.1 client over pooled connections: what a runtime sends passes unchanged and unbuffered. */
@NullMarked
package dev.precinct.gateway.upstream;

import org.jspecify.annotations.NullMarked;
