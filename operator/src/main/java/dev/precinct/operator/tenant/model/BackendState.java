package dev.precinct.operator.tenant.model;

import dev.precinct.operator.failure.TenantException;

/** How a tenant's share of PostgreSQL or Redis was found. */
public sealed interface BackendState {
    /** Nothing is left to do. */
    record Sound() implements BackendState {}

    /** Missing, or not as it should be. */
    record Unsound() implements BackendState {}

    /** It can't be told. */
    record Unknown(TenantException failure) implements BackendState {}
}
