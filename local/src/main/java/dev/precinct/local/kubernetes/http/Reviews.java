package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.token.Caller;
import dev.precinct.local.kubernetes.token.Tokens;
import java.util.Optional;

/** Answers who someone is. */
final class Reviews {
    private final Tokens tokens;

    Reviews(Tokens tokens) {
        this.tokens = tokens;
    }

    ObjectNode self(Call call) {
        ObjectNode review = call.object();
        review.put("kind", "SelfSubjectReview").put("apiVersion", "authentication.k8s.io/v1");
        describe(review.putObject("status").putObject("userInfo"), call.caller());
        return review;
    }

    ObjectNode token(Call call) {
        ObjectNode review = call.object();
        review.put("kind", "TokenReview").put("apiVersion", "authentication.k8s.io/v1");
        Optional<Caller> caller =
                tokens.caller(review.path("spec").path("token").asText());
        ObjectNode status = review.putObject("status");
        caller.ifPresent(who -> {
            status.put("authenticated", true);
            describe(status.putObject("user"), who);
        });
        return review;
    }

    private static void describe(ObjectNode user, Caller caller) {
        user.put("username", caller.name());
        if (!caller.uid().isEmpty()) {
            user.put("uid", caller.uid());
        }
    }
}
