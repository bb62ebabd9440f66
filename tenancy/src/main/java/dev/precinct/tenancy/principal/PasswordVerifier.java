package dev.precinct.tenancy.principal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 7 MiB, five passes, one lane: of the settings that OWASP's password storage cheat sheet calls equally strong, the one with
 * the least memory, as every tenant's process has its own. One instance for a tenant lets at most two run at a time, so that a storm of wrong
 * passwords costs one tenant 14 MiB and two cores at most. A verifier names its own settings: those made with others stay good.
 */
public final class PasswordVerifier {
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID, 19);

    private final Semaphore slots = new Semaphore(2, true);

    /** A verifier in PHC form, {@code $argon2id$v=19$m=…}, with a fresh salt. */
    public String hash(String password) {
        slots.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
        } finally {
            slots.release();
        }
    }

    /** @throws IllegalArgumentException when the verifier is not a PHC text of Argon2id */
    public boolean matches(String password, String verifier) {
        if (!verifier.startsWith("$argon2id$")) {
            throw new IllegalArgumentException("not an Argon2id verifier");
        }
        slots.acquireUninterruptibly();
        try {
            return Password.check(password, verifier).with(Argon2Function.getInstanceFromHash(verifier));
        } finally {
            slots.release();
        }
    }
}
