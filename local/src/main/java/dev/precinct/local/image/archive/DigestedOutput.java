package dev.precinct.local.image.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts the SHA-256 of what goes through. */
final class DigestedOutput extends FilterOutputStream {
    private final MessageDigest digest;

    DigestedOutput(OutputStream out) {
        super(out);
        digest = sha256Algorithm();
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256Algorithm().digest(content));
    }

    private static MessageDigest sha256Algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        digest.update((byte) value);
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        out.write(bytes, offset, length);
    }

    /** Of everything so far; to be asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
