/** What a control plane does after a write: namespaces emptied, dependents collected, definitions established. */
@NullMarked
package dev.precinct.local.kubernetes.controller;

import org.jspecify.annotations.NullMarked;
