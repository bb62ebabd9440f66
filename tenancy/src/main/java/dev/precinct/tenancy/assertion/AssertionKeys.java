package dev.precinct.tenancy.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.UUID;

/**
 * A fresh ES256 key pair as text: the private JWK goes to the gateway, the public set to runtimes. The set is a list so that an old
 * key can stay valid while a new one is rolled out.
 */
public record AssertionKeys(String privateJwk, String publicJwkSet) {

    public static AssertionKeys generate() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            return new AssertionKeys(key.toJSONString(), new JWKSet(key).toString(true));
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has the curve P-256", e);
        }
    }

    @Override
    public String toString() {
        return "AssertionKeys[hidden]";
    }
}
