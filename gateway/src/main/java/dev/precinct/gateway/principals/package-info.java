/** Replicas of every tenant's users, which authentication and authorisation decide by. */
@NullMarked
package dev.precinct.gateway.principals;

import org.jspecify.annotations.NullMarked;
