package dev.precinct.crd.meta;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the schema says of each text in a list. The generator's own annotations reach the list only, and an error that names the item is
 * worth more than one that names the list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface EachItem {
    int maxLength() default 0;

    /** CEL over {@code self}, an item; none when empty. */
    String rule() default "";

    /** Answer when the rule does not hold. */
    String message() default "";

    /** Closed list of values; open when empty. */
    String[] oneOf() default {};
}
