package dev.precinct.runtime.access.seed;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Credential;
import dev.precinct.runtime.access.Origin;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.User;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.principal.PasswordVerifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the permissions as the seed's files say: call {@link #follow()} at start and each second. One thread at a time. */
public final class Seeding {
    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

    private final SeedFiles files;
    private final AccessControl access;
    private final PasswordVerifier verifier;
    private volatile State state = new State(null, List.of(), null);
    private SeedFiles.@Nullable Content applied;
    /** Users who had a password when the process started, and whose file may have changed while it was away. */
    private final TreeSet<String> uncompared = new TreeSet<>();

    public Seeding(SeedFiles files, AccessControl access, PasswordVerifier verifier) {
        this.files = files;
        this.access = access;
        this.verifier = verifier;
    }

    /**
     * How the seed was taken.
     *
     * @param sha256 of the seed that was applied last
     * @param error why the seed that is there now could not be applied
     */
    public record State(
            @Nullable String sha256,
            List<String> keptDifferences,
            @Nullable String error) {
        public State {
            keptDifferences = List.copyOf(keptDifferences);
        }
    }

    public State state() {
        return state;
    }

    /** Applies the files when they changed since the last time; a file that can't be read or is no seed changes nothing. */
    public void follow() {
        follow(false);
    }

    /** As {@link #follow()}, and looks for differences anew: the administrator changed something. */
    public void compareAgain() {
        follow(true);
    }

    /** Compares the password of one user who had one at the start with his file: call it when nothing else is to be done. */
    public synchronized void compareNextPassword() {
        SeedFiles.Content content = applied;
        if (content == null || uncompared.isEmpty()) {
            return;
        }
        String name = uncompared.first();
        String password = content.passwords().get(name);
        try {
            if (password != null && !isKnown(credentialOf(name), password)) {
                apply(content, Map.of(name, verifier.hash(password)));
            }
            uncompared.remove(name);
        } catch (IOException | RuntimeException e) {
            fail(
                    "the password of " + name + " could not be compared: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private synchronized void follow(boolean always) {
        try {
            SeedFiles.Content content = files.read();
            if (always || applied == null || !content.sameAs(applied)) {
                apply(content, newVerifiers(content.passwords()));
                applied = content;
            } else if (state.error() != null) {
                state = new State(state.sha256(), state.keptDifferences(), null);
            }
        } catch (IOException | IllegalArgumentException e) {
            fail("the seed file can't be read: " + firstLine(e), e);
        } catch (RuntimeException e) {
            fail("the seed could not be applied: " + e.getClass().getSimpleName(), e);
        }
    }

    private void apply(SeedFiles.Content content, Map<String, String> newVerifiers) throws IOException {
        PermissionSeed seed = content.seed();
        var differences = new ArrayList<String>();
        Permissions after = access.change(current -> {
            var outcome = SeedApplication.apply(current, seed, newVerifiers);
            differences.addAll(outcome.keptDifferences());
            return outcome.permissions();
        });
        String before = state.sha256();
        state = new State(content.sha256(), differences, null);
        if (!content.sha256().equals(before)) {
            LOG.info(
                    "seed {} applied: {} users, revision {}",
                    content.sha256(),
                    after.presentUsers().size(),
                    after.revision());
        }
    }

    /**
     * Hashing costs tens of milliseconds and 7 MiB each, so it is done before the transaction and only for passwords that are new. At the start those that
     * have a verifier are taken as they are: hundreds of users would keep the process from being ready for seconds.
     */
    private Map<String, String> newVerifiers(Map<String, String> passwords) {
        var result = new HashMap<String, String>();
        SeedFiles.Content before = applied;
        passwords.forEach((name, password) -> {
            Credential credential = credentialOf(name);
            if (before == null && credential != null) {
                uncompared.add(name);
                return;
            }
            boolean unchanged = before != null
                    && credential != null
                    && !uncompared.contains(name)
                    && password.equals(before.passwords().get(name));
            if (!unchanged && !isKnown(credential, password)) {
                result.put(name, verifier.hash(password));
            }
        });
        return result;
    }

    private @Nullable Credential credentialOf(String name) {
        User user = access.current().users().get(name);
        return user == null ? null : user.credential();
    }

    /** A password that the administrator set is not the seed's to change. */
    private boolean isKnown(@Nullable Credential credential, String password) {
        return credential != null
                && (credential.origin() == Origin.ADMINISTRATOR || verifier.matches(password, credential.verifier()));
    }

    private void fail(String message, Exception cause) {
        State before = state;
        if (!message.equals(before.error())) {
            LOG.warn("{}; the permissions stay as they are", message, cause);
        }
        state = new State(before.sha256(), before.keptDifferences(), message);
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
