package dev.precinct.e2e.installation;

import dev.precinct.e2e.installation.PrecinctInstallation.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts an installation when the first class asks for its kind, ends it when another kind is asked for or no class is left. */
final class SharedInstallation implements ParameterResolver, BeforeEachCallback {
    private static final Namespace HERE = Namespace.create(SharedInstallation.class);

    /** What runs; one at a time, because a machine of developers has no room for more. */
    private static final class Current implements AutoCloseable {
        private @Nullable Kind kind;
        private @Nullable PrecinctInstallation installation;

        PrecinctInstallation of(Kind wanted) {
            var here = installation;
            if (here == null || kind != wanted) {
                close();
                here = PrecinctInstallation.start(wanted);
                installation = here;
                kind = wanted;
            }
            return here;
        }

        @Override
        public void close() {
            var here = installation;
            installation = null;
            if (here != null) {
                here.close();
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        find(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PrecinctInstallation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return find(context);
    }

    private static PrecinctInstallation find(ExtensionContext context) {
        Kind wanted =
                context.getRequiredTestClass().getAnnotation(Installed.class).value();
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Current.class, key -> new Current(), Current.class)
                .of(wanted);
    }
}
