package dev.precinct.operator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an owner or an administrator meets is explained: a new reason or alert without a row fails. */
class OperationsGuideTest {
    private static final Pattern WORD = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    private static TreeSet<String> wordsOfSection(String title) throws IOException {
        String guide = Files.readString(Path.of("../docs/operations.md"));
        String section = guide.substring(guide.indexOf("\n## " + title + "\n") + 1);
        var words = new TreeSet<String>();
        section.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .forEach(cell -> WORD.matcher(cell)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(words::add));
        return words;
    }

    @Test
    void everyReasonOfAConditionIsExplainedAndNoOther() throws IOException {
        assertThat(wordsOfSection("Conditions"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TenantReason.values())
                        .map(TenantReason::wire)
                        .toList());
    }

    @Test
    void everyAlertIsExplainedAndNoOther() throws IOException {
        List<String> alerts = ALERT.matcher(Files.readString(Path.of("../helm/precinct/files/alerts.yaml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(wordsOfSection("Alerts")).containsExactlyInAnyOrderElementsOf(alerts);
    }
}
