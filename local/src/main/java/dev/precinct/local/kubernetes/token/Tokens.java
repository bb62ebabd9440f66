package dev.precinct.local.kubernetes.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.store.ObjectKey;
import dev.precinct.local.kubernetes.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Makes tokens of ServiceAccounts and tells whose a token is. A token ends with its time or with its account. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNTS = "/serviceaccounts";
    private static final String SUBJECT_PREFIX = "system:serviceaccount:";
    private final byte[] adminToken;
    private final SigningKey key;
    private final ObjectStore store;
    private final Clock clock;

    public Tokens(String adminToken, SigningKey key, ObjectStore store, Clock clock) {
        this.adminToken = adminToken.getBytes(StandardCharsets.UTF_8);
        this.key = key;
        this.store = store;
        this.clock = clock;
    }

    /** A token and its end. */
    public record Issued(String token, Instant expires) {
        @Override
        public String toString() {
            return "token until " + expires;
        }
    }

    /** A new token for an account, good for a time. */
    public Issued issue(JsonNode account, Duration lifetime) {
        JsonNode metadata = account.path("metadata");
        String namespace = metadata.path("namespace").asText();
        String name = metadata.path("name").asText();
        Instant now = clock.instant();
        Instant expires = now.plus(lifetime);
        ObjectNode claims = JSON.createObjectNode();
        claims.putArray("aud").add("https://kubernetes.default.svc");
        claims.put("iss", "https://kubernetes.default.svc").put("sub", SUBJECT_PREFIX + namespace + ":" + name);
        claims.put("iat", now.getEpochSecond()).put("nbf", now.getEpochSecond()).put("exp", expires.getEpochSecond());
        ObjectNode kubernetes = claims.putObject("kubernetes.io").put("namespace", namespace);
        kubernetes
                .putObject("serviceaccount")
                .put("name", name)
                .put("uid", metadata.path("uid").asText());
        String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims.toString());
        return new Issued(signed + "." + key.sign(signed), expires);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whose token it is, if it is good. */
    public Optional<Caller> caller(String token) {
        if (MessageDigest.isEqual(adminToken, token.getBytes(StandardCharsets.UTF_8))) {
            return Optional.of(new Caller("kubernetes-admin", ""));
        }
        int last = token.lastIndexOf('.');
        int first = token.indexOf('.');
        if (first <= 0 || last <= first || !key.signed(token.substring(0, last), token.substring(last + 1))) {
            return Optional.empty();
        }
        return claims(token.substring(first + 1, last)).flatMap(this::account);
    }

    private static Optional<JsonNode> claims(String encoded) {
        try {
            return Optional.of(JSON.readTree(Base64.getUrlDecoder().decode(encoded)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> account(JsonNode claims) {
        JsonNode kubernetes = claims.path("kubernetes.io");
        String namespace = kubernetes.path("namespace").asText();
        String name = kubernetes.path("serviceaccount").path("name").asText();
        String uid = kubernetes.path("serviceaccount").path("uid").asText();
        JsonNode account = store.find(new ObjectKey(ACCOUNTS, namespace, name));
        boolean good = account != null
                && account.path("metadata").path("uid").asText().equals(uid)
                && clock.instant().getEpochSecond() < claims.path("exp").asLong();
        return good ? Optional.of(new Caller(SUBJECT_PREFIX + namespace + ":" + name, uid)) : Optional.empty();
    }
}
