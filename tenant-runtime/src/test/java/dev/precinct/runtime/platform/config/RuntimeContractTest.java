package dev.precinct.runtime.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.precinct.runtime.RuntimeMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RuntimeContractTest {
    private static final Path CONTRACT = Path.of("contract/runtime-contract.yaml");

    @Test
    void theContractListsExactlyTheSettingsThatAreRead() throws IOException {
        var listed = StreamSupport.stream(contract().path("settings").spliterator(), false)
                .map(setting -> String.join(
                        " ",
                        setting.path("name").asText(),
                        setting.path("kind").asText(),
                        setting.path("need").asText()))
                .toList();

        var read = Arrays.stream(Setting.values())
                .map(setting -> String.join(
                        " ",
                        setting.name(),
                        setting.kind().name().toLowerCase(Locale.ROOT),
                        setting.need().name().toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(listed).isEqualTo(read);
    }

    @Test
    void theContractNamesTheMainClassAndThePortsThatExist() throws IOException {
        var contract = contract();

        assertThat(contract.path("mainClass").asText()).isEqualTo(RuntimeMain.class.getName());
        assertThat(contract.path("ports").path("http").path("setting").asText())
                .isEqualTo(Setting.PRECINCT_HTTP_PORT.name());
        assertThat(contract.path("ports").path("health").path("setting").asText())
                .isEqualTo(Setting.PRECINCT_HEALTH_PORT.name());
    }

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(CONTRACT.toFile());
    }
}
