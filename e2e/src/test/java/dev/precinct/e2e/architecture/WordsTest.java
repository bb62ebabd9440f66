package dev.precinct.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What names and texts of the repository may not say. */
class WordsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROOM_WITHOUT_AN_OWNER =
            Pattern.compile("(^|/)(utils?|commons?|helpers?|managers?|impl|misc)(/|\\.[a-z]+$)");
    private static final Pattern TYPE_WITHOUT_AN_OWNER =
            Pattern.compile("(Utils?|Helpers?|Manager|Impl|Processor|Wrapper)\\.(java|ts|tsx)$");

    /** Written in two parts, so that this file does not find itself. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|(?<!\\[)XX" + "X|HA" + "CK)\\b|for" + " now\\b");

    private static final Pattern REGISTRY =
            Pattern.compile("repo\\.maven|repo1\\.maven|registry\\.npm" + "js|proxy\\.golang" + "\\.org");

    @Test
    void noRoomOrTypeIsNamedForWhatItIsNot() throws Exception {
        assertThat(tracked())
                .filteredOn(file -> ROOM_WITHOUT_AN_OWNER.matcher(file).find()
                        || TYPE_WITHOUT_AN_OWNER.matcher(file).find())
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinishedAndNoRegistryIsNamed() throws Exception {
        var found = new ArrayList<String>();
        for (String name : tracked()) {
            if (isText(name)) {
                collect(name, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isText(String name) {
        return !name.endsWith(".png") && !name.endsWith("go.sum") && !name.equals("LICENSE");
    }

    private static void collect(String name, List<String> found) throws IOException {
        Path file = ROOT.resolve(name);
        if (!Files.isRegularFile(file)) {
            return;
        }
        int number = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (UNFINISHED.matcher(line).find() || REGISTRY.matcher(line).find()) {
                found.add(name + ":" + number + ": " + line.trim());
            }
        }
    }

    private static List<String> tracked() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("git", "ls-files").directory(ROOT.toFile()).start();
        var names = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return names;
    }
}
