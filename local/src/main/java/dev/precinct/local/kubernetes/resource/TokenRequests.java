package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.failure.Subject;
import dev.precinct.local.kubernetes.token.Tokens;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Answers TokenRequests of ServiceAccounts. */
public final class TokenRequests {
    private static final long DEFAULT_SECONDS = 3600;
    private static final long SHORTEST_SECONDS = 600;
    private final Reader reader;
    private final Tokens tokens;

    public TokenRequests(Reader reader, Tokens tokens) {
        this.reader = reader;
        this.tokens = tokens;
    }

    public ObjectNode answer(Target account, ObjectNode request) {
        ObjectNode object = reader.get(account);
        long seconds = request.path("spec").path("expirationSeconds").asLong(DEFAULT_SECONDS);
        if (seconds < SHORTEST_SECONDS) {
            throw ApiFailure.invalid(
                    new Subject("authentication.k8s.io", "tokenrequests", "TokenRequest", ""),
                    List.of(Cause.invalid(
                            "spec.expirationSeconds",
                            Long.toString(seconds),
                            "may not specify a duration less than 10 minutes")));
        }
        Tokens.Issued issued = tokens.issue(object, Duration.ofSeconds(seconds));
        ObjectNode answer = request.deepCopy();
        answer.put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        answer.withObjectProperty("metadata").put("name", account.name()).put("namespace", account.namespace());
        answer.withObjectProperty("spec").put("expirationSeconds", seconds);
        answer.putObject("status")
                .put("token", issued.token())
                .put(
                        "expirationTimestamp",
                        issued.expires().truncatedTo(ChronoUnit.SECONDS).toString());
        return answer;
    }
}
