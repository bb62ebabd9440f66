package dev.precinct.tenancy.principal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PrincipalTest {
    private static final Principal ANA =
            new Principal("ana", "$argon2id$v=19$secret", new TreeSet<>(List.of("clients:read")), 3);

    @Test
    void aSnapshotIsReadAsItWasWritten() {
        var snapshot = new PrincipalsSnapshot(new TenantId("a".repeat(32)), 12, List.of(ANA));

        assertThat(PrincipalJson.read(PrincipalJson.write(snapshot), PrincipalsSnapshot.class))
                .isEqualTo(snapshot);
    }

    @Test
    void aChangeIsReadAsItWasWritten() {
        var changed = new PrincipalChange(13, "ana", ANA);
        var removed = new PrincipalChange(14, "ana", null);

        assertThat(PrincipalChange.fromFields(changed.toFields())).contains(changed);
        assertThat(PrincipalChange.fromFields(removed.toFields())).contains(removed);
    }

    @Test
    void anEntryOfSomebodyElseIsNoChange() {
        assertThat(PrincipalChange.fromFields(Map.of("hello", "world"))).isEmpty();
    }

    @Test
    void aVerifierNeverShowsInText() {
        assertThat(ANA).asString().doesNotContain("secret");
    }

    @Test
    void onlyTheRightPasswordMatches() {
        var passwords = new PasswordVerifier();
        String verifier = passwords.hash("open sesame");

        assertThat(verifier).startsWith("$argon2id$").isNotEqualTo(passwords.hash("open sesame"));
        assertThat(passwords.matches("open sesame", verifier)).isTrue();
        assertThat(passwords.matches("open barley", verifier)).isFalse();
    }

    @Test
    void aVerifierOfAnotherKindIsRefused() {
        var passwords = new PasswordVerifier();
        assertThatThrownBy(() -> passwords.matches("x", "$2a$10$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
