package dev.precinct.operator.tenant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.operator.testing.TenantFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveSpecTest {
    @Test
    void whatIsAbsentHasThisMeaning() {
        var spec = new EffectiveSpec(TenantFixtures.smallest());

        assertThat(spec.timeZone()).isEqualTo("UTC");
        assertThat(spec.suspended()).isFalse();
        assertThat(spec.databaseServer()).isEqualTo("default");
        assertThat(spec.onDelete()).isEqualTo(OnDelete.RETAIN);
        assertThat(spec.liveTtl()).isEqualTo(Duration.ofMinutes(20));
        assertThat(spec.historyTtl()).isEqualTo(Duration.ofHours(48));
        assertThat(spec.cmx()).isEmpty();
        var cmx = new CmxSpec("https://cmx", "secret", null, null, null);
        assertThat(EffectiveSpec.pollingInterval(cmx)).isEqualTo(Duration.ofSeconds(10));
        assertThat(EffectiveSpec.notifications(cmx)).isEqualTo(NotificationMode.ENABLED);
    }

    @Test
    void theAdministratorNeedsAPasswordToo() {
        assertThat(new EffectiveSpec(TenantFixtures.full()).seedUsers())
                .extracting(EffectiveSpec.SeedUser::name)
                .containsExactly("admin", "ana", "ben");
    }

    @ParameterizedTest
    @CsvSource({"10s,PT10S", "20m,PT20M", "1h30m,PT1H30M", "2d,PT48H", "90m,PT1H30M"})
    void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
        assertThat(SpecDuration.parsed(text, "1s")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "s", "1.5h", "10 s", "-1s", "PT10S"})
    void otherTextsAreNoDurations(String text) {
        assertThatThrownBy(() -> SpecDuration.parsed(text, "1s")).isInstanceOf(IllegalArgumentException.class);
    }
}
