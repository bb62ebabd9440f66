package dev.precinct.tenancy.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AssertionTest {
    private static final TenantId ACME = new TenantId("a".repeat(32));
    private static final TenantId GLOBEX = new TenantId("b".repeat(32));
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AssertionKeys KEYS = AssertionKeys.generate();

    @Test
    void aRuntimeReadsWhatTheGatewaySaid() throws InvalidAssertionException {
        var assertion = verifier(ACME, NOW).verify(signed(KEYS));

        assertThat(assertion.user()).isEqualTo("ana");
        assertThat(assertion.tenant()).isEqualTo(ACME);
        assertThat(assertion.revision()).isEqualTo(7);
        assertThat(assertion.expiresAt()).isEqualTo(NOW.plus(AssertionSigner.LIFETIME));
    }

    @Test
    void anAssertionForAnotherTenantIsRefused() {
        assertRefused(verifier(GLOBEX, NOW), signed(KEYS));
    }

    @Test
    void anExpiredAssertionIsRefused() {
        assertRefused(verifier(ACME, NOW.plus(Duration.ofSeconds(66))), signed(KEYS));
    }

    @Test
    void anAssertionOfAnotherKeyIsRefused() {
        assertRefused(verifier(ACME, NOW), signed(AssertionKeys.generate()));
    }

    @Test
    void anAssertionWithChangedClaimsIsRefused() {
        String[] parts = signed(KEYS).split("\\.");
        String[] other = new AssertionSigner(KEYS.privateJwk(), at(NOW))
                .sign(ACME, "admin", 7)
                .split("\\.");

        assertRefused(verifier(ACME, NOW), parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void textThatIsNoAssertionIsRefused() {
        assertRefused(verifier(ACME, NOW), "sesame");
    }

    @Test
    void keysNeverShowInText() {
        assertThat(KEYS).asString().doesNotContain("\"d\"").isEqualTo("AssertionKeys[hidden]");
    }

    private static void assertRefused(AssertionVerifier verifier, String assertion) {
        assertThatThrownBy(() -> verifier.verify(assertion)).isInstanceOf(InvalidAssertionException.class);
    }

    private static String signed(AssertionKeys keys) {
        return new AssertionSigner(keys.privateJwk(), at(NOW)).sign(ACME, "ana", 7);
    }

    private static AssertionVerifier verifier(TenantId tenant, Instant now) {
        return new AssertionVerifier(tenant, KEYS.publicJwkSet(), at(now));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
