package dev.precinct.runtime.location.cmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmxTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-05-02T10:15:30.120+0200, 2024-05-02T10:15:30.120+02:00",
        "2024-05-02T10:15:30.120+02:00, 2024-05-02T10:15:30.120+02:00",
        "2024-05-02T10:15:30.120-0330, 2024-05-02T10:15:30.120-03:30",
        "2024-02-29T00:00:00.000+0000, 2024-02-29T00:00Z",
        "2024-05-02T10:15:30.120Z, 2024-05-02T10:15:30.120Z",
        "2024-05-02T10:15:30+0200, 2024-05-02T10:15:30+02:00",
        "2024-05-02T10:15:30.1203+0200, 2024-05-02T10:15:30.1203+02:00",
        "2024-05-02T10:15:30.120+02, 2024-05-02T10:15:30.120+02:00",
    })
    void everyFormOfATimeIsRead(String text, OffsetDateTime expected) {
        assertThat(CmxTime.text(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-02T10:15:30.120+0200",
                "2023-02-29T10:15:30.120+0200",
                "2024-05-02T24:15:30.120+0200",
                "2024-05-02T10:15:30.120+1960",
                "2024-05-02T10:15:30.120+9900",
                "2024-05-02 10:15:30.120+0200",
                "2024-05-02T10:15:30,120+0200",
                "٢٠٢٤-05-02T10:15:30.120+0200",
                "2024-05-02T10:15:30.120",
                "yesterday",
                "",
            })
    void whatIsNoTimeIsAbsent(String text) {
        assertThat(CmxTime.text(text)).isEmpty();
    }

    @Test
    void theBeginningOfTimeMeansThatThereIsNone() {
        assertThat(CmxTime.text("1970-01-01T00:00:00.000+0000")).isEmpty();
        assertThat(CmxTime.millis("0")).isEmpty();
        assertThat(CmxTime.millis("-1")).isEmpty();
        assertThat(CmxTime.millis("1")).isPresent();
    }
}
