/** What is served, described for programs: the OpenAPI documents that {@code kubectl explain} and {@code kubectl apply} read. */
@NullMarked
package dev.precinct.local.kubernetes.openapi;

import org.jspecify.annotations.NullMarked;
