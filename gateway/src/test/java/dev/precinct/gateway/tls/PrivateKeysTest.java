package dev.precinct.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.gateway.testing.TestingCertificate;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {
    private static final byte[] P256 = HexFormat.of().parseHex("06082a8648ce3d030107");
    private static final byte[] P256_PARAMETERS = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "RSA, 4096", "EC, 256", "EC, 384", "Ed25519, 255"})
    void theFormOfTodayIsRead(String algorithm, int bits) throws Exception {
        var pair = pair(algorithm, bits);

        assertThat(PrivateKeys.read(
                        TestingCertificate.pem("PRIVATE KEY", pair.getPrivate().getEncoded())))
                .isEqualTo(pair.getPrivate());
    }

    /** What cert-manager writes unless told otherwise. */
    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void theOldFormOfAnRsaKeyIsRead(int bits) throws Exception {
        var pair = pair("RSA", bits);
        byte[] whole = pair.getPrivate().getEncoded();
        // SEQUENCE, version 0, algorithm, OCTET STRING: the key itself is what the last holds.
        byte[] old = Arrays.copyOfRange(whole, 26, whole.length);

        assertThat(PrivateKeys.read(TestingCertificate.pem("RSA PRIVATE KEY", old)))
                .isEqualTo(pair.getPrivate());
    }

    @Test
    void theOldFormOfAnEcKeyIsReadAfterItsParameters() throws Exception {
        var pair = pair("EC", 256);
        byte[] number = fixed(((ECPrivateKey) pair.getPrivate()).getS());
        var content = new ByteArrayOutputStream();
        content.writeBytes(HexFormat.of().parseHex("0201010420"));
        content.writeBytes(number);
        content.writeBytes(P256_PARAMETERS);
        var old = new ByteArrayOutputStream();
        old.write(0x30);
        old.write(content.size());
        old.writeBytes(content.toByteArray());

        String file = TestingCertificate.pem("EC PARAMETERS", P256)
                + TestingCertificate.pem("EC PRIVATE KEY", old.toByteArray());

        assertThat(((ECPrivateKey) PrivateKeys.read(file)).getS()).isEqualTo(((ECPrivateKey) pair.getPrivate()).getS());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMIL/////\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMA==\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----"
            })
    void whatIsNoKeyIsToldInWords(String file) {
        assertThatThrownBy(() -> PrivateKeys.read(file))
                .isInstanceOf(BadCertificateException.class)
                .hasMessageStartingWith("tls.key ");
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        if (!algorithm.startsWith("Ed")) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair();
    }
}
