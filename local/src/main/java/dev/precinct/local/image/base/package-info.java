/** A base image from what this machine has: a linked Java, the C library that it needs, and the few files that programs look for. */
@NullMarked
package dev.precinct.local.image.base;

import org.jspecify.annotations.NullMarked;
