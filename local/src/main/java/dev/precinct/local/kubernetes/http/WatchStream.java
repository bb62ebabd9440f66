package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.resource.Reader;
import dev.precinct.local.kubernetes.resource.Selectors;
import dev.precinct.local.kubernetes.resource.Target;
import dev.precinct.local.kubernetes.store.Change;
import dev.precinct.local.kubernetes.store.History;
import dev.precinct.local.kubernetes.store.ObjectStore;
import dev.precinct.local.kubernetes.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One watch: a line of JSON for each change of the objects that it is about. */
final class WatchStream {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BOOKMARK_INTERVAL = Duration.ofSeconds(30);
    private static final long DEFAULT_SECONDS = 1800;
    private final Reader reader;
    private final Target target;
    private final Call call;
    private final Clock clock;
    private final Predicate<JsonNode> wanted;
    private final boolean bookmarks;
    private final Optional<Tables> table;

    WatchStream(Reader reader, Target target, Call call, Clock clock) {
        this.reader = reader;
        this.target = target;
        this.call = call;
        this.clock = clock;
        String fields = call.parameter("fieldSelector");
        String byName = target.name().isEmpty() ? "" : "metadata.name=" + target.name();
        String all = fields.isEmpty() || byName.isEmpty() ? fields + byName : fields + "," + byName;
        this.wanted = Selectors.matching(target.kind(), call.parameter("labelSelector"), all);
        this.bookmarks = call.flag("allowWatchBookmarks");
        this.table = call.table().map(include -> new Tables(target.kind(), include, clock));
    }

    /** Writes until the client, the time or the server ends it. */
    void run(OutputStream out) throws IOException, InterruptedException {
        Instant end = clock.instant().plusSeconds(call.number("timeoutSeconds", DEFAULT_SECONDS));
        long revision = start(out);
        open(out, revision);
        out.flush();
        while (clock.instant().isBefore(end)) {
            Duration left = Duration.between(clock.instant(), end);
            History.Page page =
                    reader.history().after(revision, left.compareTo(BOOKMARK_INTERVAL) < 0 ? left : BOOKMARK_INTERVAL);
            if (page.expired().isPresent()) {
                write(
                        out,
                        "ERROR",
                        ApiFailure.expired(revision, page.expired().getAsLong()).status());
                out.flush();
                return;
            }
            for (Change change : page.changes()) {
                send(out, change);
            }
            boolean quiet = page.changes().isEmpty();
            revision = Math.max(revision, page.revision());
            if (page.closed()) {
                return;
            }
            if (quiet) {
                bookmark(out, revision, false);
            }
            out.flush();
        }
    }

    /** Sends what stands already, where that is asked for, and tells the revision from which changes follow. */
    private long start(OutputStream out) throws IOException {
        long asked = call.number("resourceVersion", 0);
        boolean initial = call.flag("sendInitialEvents");
        if (asked > 0 && !initial) {
            return asked;
        }
        ObjectStore.Listing standing = reader.standing(target);
        if (!call.parameter("sendInitialEvents").equals("false")) {
            for (ObjectNode object : standing.objects()) {
                if (wanted.test(object)) {
                    write(out, "ADDED", shown(object));
                }
            }
        }
        if (initial) {
            bookmark(out, standing.revision(), true);
        }
        return standing.revision();
    }

    /**
     * The head of the answer leaves with its first byte only, and until then the client holds the watch for not open: on a quiet kind an
     * informer would not be healthy before the first bookmark. Where bookmarks were not asked for it is a blank line, which JSON allows.
     */
    private void open(OutputStream out, long revision) throws IOException {
        if (bookmarks) {
            bookmark(out, revision, false);
        } else {
            out.write('\n');
        }
    }

    /** Objects that come to match the selectors are added, those that no longer match are deleted. */
    private void send(OutputStream out, Change change) throws IOException {
        boolean concerned = change.key().resource().equals(target.kind().resource())
                && (target.namespace().isEmpty() || change.key().namespace().equals(target.namespace()));
        if (!concerned) {
            return;
        }
        boolean before = matches(change.previous());
        boolean after = change.type() != Change.Type.DELETED && wanted.test(change.object());
        if (before || after) {
            String type = !before ? "ADDED" : after ? "MODIFIED" : "DELETED";
            write(out, type, shown(change.object()));
        }
    }

    private ObjectNode shown(ObjectNode object) {
        ObjectNode whole = Reader.inVersion(target.kind(), object);
        return table.map(it -> it.ofObject(whole)).orElse(whole);
    }

    private boolean matches(@Nullable ObjectNode object) {
        return object != null && wanted.test(object);
    }

    private void bookmark(OutputStream out, long revision, boolean endsInitial) throws IOException {
        if (!bookmarks) {
            return;
        }
        if (table.isPresent()) {
            write(out, "BOOKMARK", table.get().bookmark(Long.toString(revision)));
            return;
        }
        ObjectNode object = JSON.createObjectNode();
        object.put("kind", target.kind().names().kind())
                .put("apiVersion", target.kind().apiVersion());
        ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(revision));
        if (endsInitial) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        write(out, "BOOKMARK", object);
    }

    private static void write(OutputStream out, String type, ObjectNode object) throws IOException {
        ObjectNode event = JSON.createObjectNode().put("type", type);
        event.set("object", object);
        out.write(JSON.writeValueAsBytes(event));
        out.write('\n');
    }
}
