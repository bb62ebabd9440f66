/** Rules in Java against definitions made for the purpose. */
@NullMarked
package dev.precinct.crd.validation;

import org.jspecify.annotations.NullMarked;
