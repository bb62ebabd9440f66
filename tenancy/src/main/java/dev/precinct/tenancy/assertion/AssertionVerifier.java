package dev.precinct.tenancy.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.precinct.tenancy.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks assertions for one tenant. Thread-safe; costs one signature check, so callers may cache by text until it expires. */
public final class AssertionVerifier {
    /** Clocks of two nodes may differ by this much. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final TenantId tenant;
    private final Map<String, ECDSAVerifier> verifiers = new HashMap<>();
    private final Clock clock;

    /**
     * @param publicJwkSet as in {@link AssertionKeys#publicJwkSet()}
     * @throws IllegalArgumentException when it is not a JWK set of EC P-256 keys with ids
     */
    public AssertionVerifier(TenantId tenant, String publicJwkSet, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
        try {
            for (JWK key : JWKSet.parse(publicJwkSet).getKeys()) {
                verifiers.put(key.getKeyID(), new ECDSAVerifier(key.toECKey()));
            }
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("the assertion keys are not a JWK set of EC P-256 keys", e);
        }
    }

    public Assertion verify(String compactJwt) throws InvalidAssertionException {
        try {
            var jwt = SignedJWT.parse(compactJwt);
            var verifier = verifiers.get(jwt.getHeader().getKeyID());
            if (verifier == null
                    || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(verifier)) {
                throw new InvalidAssertionException("signed by an unknown key");
            }
            return checked(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException e) {
            throw new InvalidAssertionException("not a signed JWT", e);
        }
    }

    private Assertion checked(JWTClaimsSet claims) throws InvalidAssertionException, ParseException {
        if (!Assertion.ISSUER.equals(claims.getIssuer())
                || !List.of(tenant.value()).equals(claims.getAudience())) {
            throw new InvalidAssertionException("made by or for somebody else");
        }
        var expiry = claims.getExpirationTime();
        if (expiry == null || clock.instant().minus(SKEW).isAfter(expiry.toInstant())) {
            throw new InvalidAssertionException("expired");
        }
        String user = claims.getSubject();
        Long revision = claims.getLongClaim(Assertion.REVISION_CLAIM);
        if (user == null || user.isEmpty() || revision == null) {
            throw new InvalidAssertionException("names no user or no revision");
        }
        return new Assertion(tenant, user, revision, expiry.toInstant());
    }
}
