package dev.precinct.local.kubernetes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged stays, in the order in which it happened. */
class ObjectStoreTest {
    private static final String MAPS = "/configmaps";

    @TempDir
    private Path folder;

    private static ObjectKey key(String name) {
        return new ObjectKey(MAPS, "default", name);
    }

    private static ObjectNode object(String value) {
        return JsonNodeFactory.instance.objectNode().put("value", value);
    }

    private static long write(ObjectStore store, String name, String value) {
        return store.write(t ->
                t.put(key(name), object(value)).at("/metadata/resourceVersion").asLong());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
        }
    }

    @Test
    void aRestartFindsEverything() {
        long last;
        try (ObjectStore store = ObjectStore.open(folder)) {
            write(store, "a", "1");
            write(store, "b", "1");
            store.write(t -> t.remove(key("b")));
            last = write(store, "a", "2");
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            ObjectStore.Listing all = store.list(MAPS, "");
            assertThat(all.objects()).extracting(o -> o.path("value").asText()).containsExactly("2");
            assertThat(all.revision()).isEqualTo(last);
            assertThat(write(store, "c", "1")).isGreaterThan(last);
        }
    }

    @Test
    void aLogCutAtAnyByteKeepsEveryWholeWriteBeforeTheCut() throws IOException {
        List<Long> ends = new ArrayList<>();
        try (ObjectStore store = ObjectStore.open(folder)) {
            ends.add(Files.size(file()));
            for (int i = 0; i < 6; i++) {
                write(store, "object-" + i, "x");
                ends.add(Files.size(file()));
            }
        }
        byte[] whole = Files.readAllBytes(file());
        Path log = file();
        for (int cut = Math.toIntExact(ends.getFirst()); cut <= whole.length; cut++) {
            Files.write(log, Arrays.copyOf(whole, cut));
            int length = cut;
            long expected = ends.stream().filter(end -> end <= length).count() - 1;
            try (ObjectStore store = ObjectStore.open(folder)) {
                assertThat(store.list(MAPS, "").objects()).as("cut at %d", cut).hasSize((int) expected);
                write(store, "after", "x");
            }
            try (ObjectStore store = ObjectStore.open(folder)) {
                assertThat(store.find(key("after"))).isNotNull();
            }
        }
    }

    @Test
    void aTailOfGarbageIsCutOff() throws IOException {
        try (ObjectStore store = ObjectStore.open(folder)) {
            write(store, "a", "1");
        }
        Files.write(file(), "00000000 {\"type\":\"ADD".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(MAPS, "").objects()).hasSize(1);
        }
    }

    @Test
    void damageInTheMiddleIsNotGuessedAway() throws IOException {
        try (ObjectStore store = ObjectStore.open(folder)) {
            write(store, "a", "1");
            write(store, "b", "1");
        }
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("\"a\"", "\"z\""));
        assertThatThrownBy(() -> ObjectStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aDraftOfASnapshotIsNotTakenForOne() throws IOException {
        try (ObjectStore store = ObjectStore.open(folder)) {
            write(store, "a", "1");
        }
        Files.writeString(folder.resolve("objects-00000002.log.draft"), "half");
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(MAPS, "").objects()).hasSize(1);
        }
        assertThat(folder.resolve("objects-00000002.log.draft")).doesNotExist();
    }

    @Test
    void snapshotsReplaceALongLogAndKeepRevisions() throws IOException {
        ObjectStore.Limits small = new ObjectStore.Limits(100, 2_000);
        long last = 0;
        try (ObjectStore store = ObjectStore.open(folder, small)) {
            for (int i = 0; i < 200; i++) {
                last = write(store, "a", "value " + i);
            }
        }
        assertThat(Files.size(file())).isLessThan(10_000);
        try (ObjectStore store = ObjectStore.open(folder, small)) {
            assertThat(store.list(MAPS, "").revision()).isEqualTo(last);
            assertThat(store.list(MAPS, "").objects())
                    .extracting(o -> o.path("value").asText())
                    .containsExactly("value 199");
        }
    }

    @Test
    void aWriteThatThrowsLeavesNothing() {
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThatThrownBy(() -> store.write(t -> {
                        t.put(key("a"), object("1"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(store.find(key("a"))).isNull();
            ObjectNode rehearsed = store.rehearse(t -> t.put(key("a"), object("1")));
            assertThat(rehearsed.path("value").asText()).isEqualTo("1");
            assertThat(store.find(key("a"))).isNull();
        }
    }

    @Test
    void changesBeforeARestartCanBeWatchedAfterIt() throws InterruptedException {
        long first;
        try (ObjectStore store = ObjectStore.open(folder)) {
            first = write(store, "a", "1");
            write(store, "a", "2");
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            History.Page page = store.history().after(first, Duration.ZERO);
            assertThat(page.changes())
                    .extracting(c -> c.type() + " " + c.object().path("value").asText())
                    .containsExactly("MODIFIED 2");
        }
    }

    @Test
    void whatIsForgottenIsSaidToBeExpired() throws InterruptedException {
        try (ObjectStore store = ObjectStore.open(folder, new ObjectStore.Limits(10, 1 << 20))) {
            long first = write(store, "a", "0");
            for (int i = 0; i < 30; i++) {
                write(store, "a", "value " + i);
            }
            assertThat(store.history().after(first, Duration.ZERO).expired()).isPresent();
        }
    }

    @Test
    void aThousandObjectsAreThereAfterARestart() {
        try (ObjectStore store = ObjectStore.open(folder)) {
            store.write(t -> {
                IntStream.range(0, 1_000).forEach(i -> t.put(key("object-" + i), object("x".repeat(2_000))));
                return true;
            });
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(MAPS, "").objects()).hasSize(1_000);
        }
    }

    @Test
    void allWatchersSeeParallelWritesInOneOrder() throws InterruptedException, ExecutionException {
        int writers = 8;
        int each = 25;
        try (ObjectStore store = ObjectStore.open(folder);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = store.list(MAPS, "").revision();
            Callable<List<Long>> watcher = () -> follow(store, start, writers * each);
            List<Future<List<Long>>> watchers =
                    IntStream.range(0, 4).mapToObj(i -> pool.submit(watcher)).toList();
            List<Future<Boolean>> writing = IntStream.range(0, writers)
                    .mapToObj(w -> pool.submit(() -> {
                        IntStream.range(0, each).forEach(i -> write(store, "writer-" + w, "value " + i));
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> done : writing) {
                assertThat(done.get()).isTrue();
            }
            List<Long> expected = IntStream.rangeClosed(1, writers * each)
                    .mapToObj(i -> start + i)
                    .toList();
            for (Future<List<Long>> seen : watchers) {
                assertThat(seen.get()).isEqualTo(expected);
            }
        }
    }

    private static List<Long> follow(ObjectStore store, long start, int count) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        long at = start;
        while (seen.size() < count) {
            History.Page page = store.history().after(at, Duration.ofSeconds(10));
            page.changes().forEach(c -> seen.add(c.revision()));
            at = page.revision();
        }
        return seen;
    }
}
