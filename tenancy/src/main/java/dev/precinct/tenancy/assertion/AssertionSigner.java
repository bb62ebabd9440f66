package dev.precinct.tenancy.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.precinct.tenancy.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes assertions with the gateway's private key. Thread-safe. */
public final class AssertionSigner {
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private final ECDSASigner signer;
    private final JWSHeader header;
    private final Clock clock;

    /**
     * @param privateJwk as in {@link AssertionKeys#privateJwk()}
     * @throws IllegalArgumentException when it is not a private EC P-256 JWK
     */
    public AssertionSigner(String privateJwk, Clock clock) {
        this.clock = clock;
        try {
            ECKey key = ECKey.parse(privateJwk);
            this.signer = new ECDSASigner(key);
            this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("the signing key is not a private EC P-256 JWK", e);
        }
    }

    /** A compact JWT for the header {@link Assertion#HEADER}. */
    public String sign(TenantId tenant, String user, long revision) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(Assertion.ISSUER)
                .audience(tenant.value())
                .subject(user)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim(Assertion.REVISION_CLAIM, revision)
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed with a key that was accepted at start", e);
        }
        return jwt.serialize();
    }
}
