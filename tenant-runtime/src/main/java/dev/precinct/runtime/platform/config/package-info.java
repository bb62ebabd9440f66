/** The settings of a runtime: read once from the environment, proven by contract/runtime-contract.yaml. */
@NullMarked
package dev.precinct.runtime.platform.config;

import org.jspecify.annotations.NullMarked;
