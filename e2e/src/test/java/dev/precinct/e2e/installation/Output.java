package dev.precinct.e2e.installation;

/**
 * What a command of {@code ./precinct} left.
 *
 * @param exit its exit code
 * @param text standard output and standard error, in the order written
 */
public record Output(int exit, String text) {

    /** @throws AssertionError with what the command said, when it failed */
    public Output succeeded() {
        if (exit != 0) {
            throw new AssertionError("exit code " + exit + ":\n" + text);
        }
        return this;
    }
}
