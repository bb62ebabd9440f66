package dev.precinct.local.image;

import dev.precinct.local.home.UserMustActException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What images are based on. */
public sealed interface Base {

    /** Made of this machine: a linked Java and the C library. */
    record Linked() implements Base {}

    /** An image archive, as {@code docker save} writes it. */
    record Archive(Path file) implements Base {}

    /** An image of a registry. */
    record Named(String name) implements Base {}

    String LINKED = "jlink";

    /** As one writes images: {@code [host[:port]/]path[:tag][@digest]}. */
    Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*(:\\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
            + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?");

    /** @throws UserMustActException when it is none of the three; the message says what would be */
    static Base parse(String text) {
        if (text.equals(LINKED)) {
            return new Linked();
        }
        if (text.endsWith(".tar") || text.startsWith("/") || text.startsWith(".")) {
            Path file = Path.of(text).toAbsolutePath().normalize();
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UserMustActException(
                        "--base: no image archive that can be read at " + file + "; " + expected());
            }
            return new Archive(file);
        }
        if (!NAME.matcher(text).matches()) {
            throw new UserMustActException("--base: not the name of an image: " + text + "; " + expected());
        }
        return new Named(text);
    }

    private static String expected() {
        return "it is " + LINKED + " (made of this machine, needs no registry), the name of an image such as"
                + " eclipse-temurin:25-jre, or an image archive FILE.tar";
    }
}
