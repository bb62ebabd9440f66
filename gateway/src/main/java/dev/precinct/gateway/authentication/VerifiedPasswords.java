package dev.precinct.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.Principal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right within the last minute, under a hash keyed with random bits of this process: a dump of the memory gives no
 * password, and Basic costs microseconds. An entry counts only for the very verifier that it was checked against, so it dies with any
 * change of the password.
 */
public final class VerifiedPasswords {
    static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;
    private final Cache<ByteBuffer, String> verifierByHash;

    public VerifiedPasswords(Ticker ticker) {
        this.prototype = keyed();
        this.verifierByHash = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    public boolean contains(TenantId tenant, Principal principal, String password) {
        return principal.verifier().equals(verifierByHash.getIfPresent(hash(tenant, principal.name(), password)));
    }

    public void add(TenantId tenant, Principal principal, String password) {
        verifierByHash.put(hash(tenant, principal.name(), password), principal.verifier());
    }

    private ByteBuffer hash(TenantId tenant, String user, String password) {
        try {
            var mac = (Mac) prototype.clone();
            byte[] name = user.getBytes(StandardCharsets.UTF_8);
            mac.update(tenant.value().getBytes(StandardCharsets.US_ASCII));
            // The length keeps "ab"+"c" apart from "a"+"bc".
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
            mac.update(name);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }

    private static Mac keyed() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
