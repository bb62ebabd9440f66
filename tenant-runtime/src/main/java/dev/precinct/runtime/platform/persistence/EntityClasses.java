package dev.precinct.runtime.platform.persistence;

import java.util.List;

/** A room's entity classes. Every bean of this type is asked once, when the session factory is made. */
public interface EntityClasses {
    List<Class<?>> entityClasses();
}
