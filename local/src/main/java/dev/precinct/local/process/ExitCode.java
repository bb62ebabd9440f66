package dev.precinct.local.process;

import java.io.IOException;
import java.io.InterruptedIOException;

/** What a program came to that was started for its result, and that nobody goes on without. */
public final class ExitCode {
    private ExitCode() {}

    /**
     * Waits for its end.
     *
     * @param work what it does, for who reads of an interruption
     * @throws InterruptedIOException when this thread is interrupted; the program is told to end then
     */
    public static int of(Process process, String work) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + work);
        }
    }
}
