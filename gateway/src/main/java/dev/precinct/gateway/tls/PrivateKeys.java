package dev.precinct.gateway.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Private keys as they stand in PEM files. Java reads PKCS#8 only; cert-manager and OpenSSL often write the older forms, which are put
 * into its envelope here.
 */
final class PrivateKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xA0;
    private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_IDENTIFIER = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    static PrivateKey read(String pem) throws BadCertificateException {
        var block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new BadCertificateException("tls.key holds no private key in PEM form");
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(block.group(2));
            return switch (block.group(1)) {
                case "PRIVATE KEY" -> ofPkcs8(content);
                case "RSA PRIVATE KEY" -> ofPkcs8(envelope(RSA, content));
                case "EC PRIVATE KEY" -> ofPkcs8(envelope(der(SEQUENCE, EC_IDENTIFIER, curveOf(content)), content));
                default ->
                    throw new BadCertificateException("tls.key is of a kind that can't be read: " + block.group(1));
            };
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException | GeneralSecurityException e) {
            throw new BadCertificateException("tls.key can't be read, or is encrypted", e);
        }
    }

    private static PrivateKey ofPkcs8(byte[] content) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
            } catch (InvalidKeySpecException e) {
                // Not of this algorithm: the next one.
                continue;
            }
        }
        throw new InvalidKeySpecException("of no algorithm that is known");
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return der(SEQUENCE, VERSION_0, algorithm, der(OCTETS, key));
    }

    /** The parameters within an {@code ECPrivateKey}: version, key, then them under tag 0. */
    private static byte[] curveOf(byte[] key) throws InvalidKeySpecException {
        var whole = ByteBuffer.wrap(key);
        whole.get();
        length(whole);
        while (whole.hasRemaining()) {
            int tag = whole.get() & 0xFF;
            var content = new byte[length(whole)];
            whole.get(content);
            if (tag == CURVE) {
                return content;
            }
        }
        throw new InvalidKeySpecException("an EC key without its curve");
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int more = first & 0x7F; more > 0; more--) {
            length = length << Byte.SIZE | in.get() & 0xFF;
        }
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("longer than what is there");
        }
        return length;
    }

    private static byte[] der(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length < 0x80) {
            whole.write(length);
        } else if (length < 0x100) {
            whole.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        } else {
            whole.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> Byte.SIZE), (byte) length});
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
