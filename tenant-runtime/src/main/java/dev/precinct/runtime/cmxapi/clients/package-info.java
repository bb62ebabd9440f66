/** Devices in CMX's own shape, cut to a user's scope and disclosure: records, filters, sorting, pages, counts. */
@NullMarked
package dev.precinct.runtime.cmxapi.clients;

import org.jspecify.annotations.NullMarked;
