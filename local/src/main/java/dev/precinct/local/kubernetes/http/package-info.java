/** The HTTP face: paths, tokens, discovery, answers and watch streams. */
@NullMarked
package dev.precinct.local.kubernetes.http;

import org.jspecify.annotations.NullMarked;
