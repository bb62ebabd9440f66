package dev.precinct.local.image.base;

import dev.precinct.local.home.UserMustActException;
import dev.precinct.local.process.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of this machine that is run for what it says. */
final class Tool {
    private Tool() {}

    /** @throws UserMustActException when it is not there, or fails; with what it said */
    static String run(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UserMustActException(
                    "can't run " + command.getFirst()
                            + ", which makes the base image; install it, or name another base image with --base",
                    e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = ExitCode.of(process, command.getFirst() + " ran");
        if (code != 0) {
            throw new UserMustActException(command.getFirst() + " failed (" + code + "): " + said.strip()
                    + "; --base names another base image");
        }
        return said;
    }
}
