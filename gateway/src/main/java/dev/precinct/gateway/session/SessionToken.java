package dev.precinct.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The secret in the cookie: 256 random bits. Only its hash is kept anywhere. */
public record SessionToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static SessionToken fresh() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Whether text that a client sent can be a token at all. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** SHA-256, hexadecimal: whoever reads it can't log in with it. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
