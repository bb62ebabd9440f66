/** Tests of what addresses are taken for. */
@NullMarked
package dev.precinct.operator.network;

import org.jspecify.annotations.NullMarked;
