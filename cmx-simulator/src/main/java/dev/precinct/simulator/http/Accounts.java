package dev.precinct.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The two users: one of the appliance, one of its API server. */
public record Accounts(Account appliance, Account apiServer) {

    /** A user; its text never shows the password. */
    public record Account(String username, String password) {

        boolean matches(@Nullable String authorization) {
            var expected = "Basic "
                    + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
            return authorization != null
                    && MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Account[" + username + "]";
        }
    }

    boolean admit(Access access, @Nullable String authorization) {
        return switch (access) {
            case OPEN, LOOPBACK -> true;
            case APPLIANCE -> appliance.matches(authorization);
            case API_SERVER -> apiServer.matches(authorization);
        };
    }
}
