package dev.precinct.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process by pid and start time: pids are used again, the pair is not.
 *
 * @param startTicks clock ticks since boot, from {@code /proc/<pid>/stat}
 */
public record ProcessRef(long pid, long startTicks) {

    /** Empty when the process has already ended. */
    public static Optional<ProcessRef> find(long pid) {
        return startTicks(pid).map(ticks -> new ProcessRef(pid, ticks));
    }

    public boolean alive() {
        return startTicks(pid).filter(ticks -> ticks == startTicks).isPresent();
    }

    /** Resident memory, 0 when it has ended. */
    public long residentMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Asks it to end, waits, then ends it. Returns when it is gone. */
    public void end(Duration grace) {
        if (!alive()) {
            return;
        }
        var handle = ProcessHandle.of(pid);
        handle.ifPresent(ProcessHandle::destroy);
        if (handle.isPresent() && !endedWithin(handle.get(), grace)) {
            kill();
        }
    }

    public void kill() {
        if (alive()) {
            ProcessHandle.of(pid).ifPresent(handle -> {
                handle.destroyForcibly();
                endedWithin(handle, Duration.ofSeconds(10));
            });
        }
    }

    private static boolean endedWithin(ProcessHandle handle, Duration limit) {
        CompletableFuture<ProcessHandle> exit = handle.onExit();
        try {
            exit.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process can't fail", e);
        }
    }

    private static Optional<Long> startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The second field is the program's name in parentheses and may hold blanks; a zombie (Z) has ended.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
