/** Subscriptions, their conditions, and the pushes that follow from sightings. */
@NullMarked
package dev.precinct.simulator.notification;

import org.jspecify.annotations.NullMarked;
