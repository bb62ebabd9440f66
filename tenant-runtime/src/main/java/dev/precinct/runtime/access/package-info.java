/** Users, groups, roles and disclosures of the tenant: what a user may do and which fields he gets, and how the seed changes that. */
@NullMarked
package dev.precinct.runtime.access;

import org.jspecify.annotations.NullMarked;
