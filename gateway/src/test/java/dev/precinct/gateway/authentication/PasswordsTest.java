package dev.precinct.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.precinct.gateway.principals.PrincipalReplicas;
import dev.precinct.gateway.principals.Replica;
import dev.precinct.gateway.testing.TestingClock;
import dev.precinct.gateway.testing.TestingPrincipals;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final TenantId ACME = new TenantId("a".repeat(32));
    private static final TenantId GLOBEX = new TenantId("b".repeat(32));
    private static final String HOME = "10.0.0.1";
    private static final Principal ANA = TestingPrincipals.principal("ana", "right", 1, Set.of("clients:read"));

    private final PrincipalReplicas replicas = new PrincipalReplicas();
    private final TestingClock clock = new TestingClock();
    private final AtomicLong ticks = new AtomicLong();
    private final Ticker ticker = ticks::get;
    private final VerifiedPasswords verified = new VerifiedPasswords(ticker);
    private final Passwords passwords = new Passwords(replicas, verified, new FailedLogins(clock));

    @BeforeEach
    void anaIsAUserOfAcme() {
        replicas.keep(Replica.of(new PrincipalsSnapshot(ACME, 1, List.of(ANA))));
        replicas.keep(Replica.of(new PrincipalsSnapshot(GLOBEX, 1, List.of())));
    }

    private PasswordOutcome check(String user, String password) {
        return passwords.check(ACME, new BasicCredentials(user, password), HOME);
    }

    @Test
    void theRightPasswordIsRight() {
        assertThat(check("ana", "right")).isEqualTo(new PasswordOutcome.Right(ANA, 1));
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreOneOutcome() {
        assertThat(check("ana", "wrong")).isEqualTo(new PasswordOutcome.Wrong());
        assertThat(check("nobody", "right")).isEqualTo(new PasswordOutcome.Wrong());
        assertThat(passwords.check(GLOBEX, new BasicCredentials("ana", "right"), HOME))
                .isEqualTo(new PasswordOutcome.Wrong());
    }

    @Test
    void aVerifiedPasswordIsRememberedForAMinuteAndNoLonger() {
        check("ana", "right");
        assertThat(verified.contains(ACME, ANA, "right")).isTrue();
        assertThat(verified.contains(ACME, ANA, "wrong")).isFalse();
        assertThat(verified.contains(GLOBEX, ANA, "right")).isFalse();
        ticks.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(verified.contains(ACME, ANA, "right")).isFalse();
    }

    @Test
    void aChangedPasswordEndsTheOldOneAtOnce() {
        check("ana", "right");
        var changed = TestingPrincipals.principal("ana", "fresh", 2, Set.of("clients:read"));
        replicas.keep(Replica.of(new PrincipalsSnapshot(ACME, 2, List.of(changed))));
        assertThat(check("ana", "right")).isEqualTo(new PasswordOutcome.Wrong());
        assertThat(check("ana", "fresh")).isEqualTo(new PasswordOutcome.Right(changed, 2));
    }

    @Test
    void aRemovedUserIsWrongAtOnce() {
        check("ana", "right");
        replicas.keep(Replica.of(new PrincipalsSnapshot(ACME, 2, List.of())));
        assertThat(check("ana", "right")).isEqualTo(new PasswordOutcome.Wrong());
    }

    @Test
    void namesAndPasswordsThatJoinToTheSameTextAreApart() {
        var longer = new Principal("anar", ANA.verifier(), ANA.actions(), 1);
        verified.add(ACME, longer, "ight");
        assertThat(verified.contains(ACME, ANA, "right")).isFalse();
    }

    @Test
    void manyFailuresOfOneUserFromOneAddressMakeThatAddressWait() {
        for (int i = 0; i < FailedLogins.LIMIT; i++) {
            assertThat(check("ana", "wrong" + i)).isEqualTo(new PasswordOutcome.Wrong());
        }
        assertThat(check("ana", "right")).isInstanceOf(PasswordOutcome.Throttled.class);
        assertThat(passwords.check(ACME, new BasicCredentials("ana", "right"), "10.0.0.2"))
                .as("from elsewhere")
                .isInstanceOf(PasswordOutcome.Right.class);
        assertThat(check("ana", "right")).as("proved a moment ago").isInstanceOf(PasswordOutcome.Right.class);
        ticks.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(check("ana", "right")).isInstanceOf(PasswordOutcome.Throttled.class);
        clock.advance(FailedLogins.WINDOW);
        assertThat(check("ana", "right")).isInstanceOf(PasswordOutcome.Right.class);
    }

    @Test
    void manyConnectionsOfOneProgramAtOnceAllGetIn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Future<PasswordOutcome>>();
            for (int i = 0; i < 100; i++) {
                outcomes.add(threads.submit(() -> check("ana", "right")));
            }
            for (var outcome : outcomes) {
                assertThat(outcome.get()).isEqualTo(new PasswordOutcome.Right(ANA, 1));
            }
        }
    }

    @Test
    void manyGuessesAtOnceAreThrottledLikeManyInTurn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Future<PasswordOutcome>>();
            for (int i = 0; i < 100; i++) {
                String guess = "guess" + i;
                outcomes.add(threads.submit(() -> check("ana", guess)));
            }
            int looked = 0;
            for (var outcome : outcomes) {
                looked += outcome.get() instanceof PasswordOutcome.Wrong ? 1 : 0;
            }
            // Two run at once: one more may have started when the limit was reached.
            assertThat(looked).isBetween(FailedLogins.LIMIT, FailedLogins.LIMIT + 1);
        }
    }

    @Test
    void aTenantWhoseUsersAreNotKnownCanNotDecide() {
        assertThat(passwords.check(new TenantId("c".repeat(32)), new BasicCredentials("ana", "right"), HOME))
                .isEqualTo(new PasswordOutcome.UsersUnknown());
    }

    @Test
    void aVerifierThatCanNotBeReadLetsNobodyIn() {
        var broken = new Principal("ana", "plain:right", ANA.actions(), 2);
        replicas.keep(Replica.of(new PrincipalsSnapshot(ACME, 2, List.of(broken))));
        assertThat(check("ana", "right")).isEqualTo(new PasswordOutcome.Wrong());
    }
}
