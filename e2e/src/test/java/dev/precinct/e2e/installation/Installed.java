package dev.precinct.e2e.installation;

import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of this class take a {@link PrecinctInstallation} of this kind as a parameter; one is shared by all classes of a run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedInstallation.class)
public @interface Installed {
    Kind value();
}
