package dev.precinct.runtime.access.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precinct.tenancy.permission.PermissionSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The mounted files of the seed: {@code permissions.json} and the folder of passwords, one file for each user. */
public final class SeedFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path seed;
    private final Path passwords;

    public SeedFiles(Path seed, Path passwords) {
        this.seed = seed;
        this.passwords = passwords;
    }

    /**
     * The files at one moment.
     *
     * @param sha256 of the seed's bytes, lower-case hexadecimal
     * @param passwords by user
     */
    record Content(byte[] bytes, String sha256, Map<String, String> passwords) {
        /** @throws IOException when the bytes are not a seed */
        PermissionSeed seed() throws IOException {
            return MAPPER.readValue(bytes, PermissionSeed.class);
        }

        boolean sameAs(Content other) {
            return sha256.equals(other.sha256) && passwords.equals(other.passwords);
        }

        @Override
        public String toString() {
            return "seed " + sha256 + " with passwords of " + passwords.keySet();
        }
    }

    Content read() throws IOException {
        byte[] bytes = Files.readAllBytes(seed);
        return new Content(bytes, sha256(bytes), readPasswords());
    }

    private Map<String, String> readPasswords() throws IOException {
        var found = new TreeMap<String, String>();
        if (!Files.isDirectory(passwords)) {
            return found;
        }
        try (var files = Files.list(passwords)) {
            // A mounted Secret has hidden entries beside its keys: its own links for atomic replacement.
            for (Path file : files.filter(SeedFiles::isKey).toList()) {
                String password = Files.readString(file, StandardCharsets.UTF_8);
                found.put(file.getFileName().toString(), withoutLineEnd(password));
            }
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    /** Whoever writes a password with an editor leaves a line end behind; any other blank may be a part of it. */
    private static String withoutLineEnd(String password) {
        return password.replaceFirst("\\R$", "");
    }

    private static boolean isKey(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
