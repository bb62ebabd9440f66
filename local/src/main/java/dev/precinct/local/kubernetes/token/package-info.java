/** Bearer tokens: the administrator's, and those of ServiceAccounts. */
@NullMarked
package dev.precinct.local.kubernetes.token;

import org.jspecify.annotations.NullMarked;
