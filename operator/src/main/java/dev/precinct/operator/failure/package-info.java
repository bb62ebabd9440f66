/** Why something did not go as asked: sorted, when thrown, by who has to act. Depends on nothing. */
@NullMarked
package dev.precinct.operator.failure;

import org.jspecify.annotations.NullMarked;
