package dev.precinct.operator.tenant.model;

import java.time.Duration;

/**
 * What is left of a tenant that is being deleted.
 *
 * @param replicas that the runtime still has or is still asked to have; 0 when there is no runtime
 * @param replicasWanted what its Deployment asks for
 * @param age since the deletion was asked for
 */
public record DepartureObservation(NamespaceState namespace, int replicas, int replicasWanted, Duration age) {}
