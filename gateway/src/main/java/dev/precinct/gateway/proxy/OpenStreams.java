package dev.precinct.gateway.proxy;

import dev.precinct.gateway.authentication.Authenticator;
import dev.precinct.gateway.authentication.Identity;
import dev.precinct.gateway.routing.Access;
import dev.precinct.tenancy.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers that last. Looked at every second: one whose user may no longer see it is ended. */
public final class OpenStreams implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Authenticator authenticator;
    private final Consumer<TenantId> uses;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final Thread watcher;

    /** One of them; identity, not content, tells two apart. */
    static final class Stream {
        private final Identity identity;
        private final @Nullable String action;
        private final Runnable end;

        Stream(Identity identity, @Nullable String action, Runnable end) {
            this.identity = identity;
            this.action = action;
            this.end = end;
        }
    }

    /** @param uses told again and again which tenants have an open stream */
    public OpenStreams(Authenticator authenticator, Consumer<TenantId> uses) {
        this.authenticator = authenticator;
        this.uses = uses;
        this.watcher = Thread.ofVirtual().name("open-streams").start(this::watch);
    }

    Stream add(Identity identity, Access access, Runnable end) {
        var stream = new Stream(identity, access instanceof Access.Action action ? action.name() : null, end);
        streams.add(stream);
        return stream;
    }

    void remove(Stream stream) {
        streams.remove(stream);
    }

    public int size() {
        return streams.size();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD);
                for (var stream : streams) {
                    if (!authenticator.stillStands(stream.identity, stream.action)) {
                        streams.remove(stream);
                        stream.end.run();
                    } else {
                        uses.accept(stream.identity.tenant().id());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        streams.forEach(stream -> stream.end.run());
        streams.clear();
    }
}
