package dev.precinct.runtime.nativeapi.users;

import dev.precinct.runtime.access.administration.UserRefusedException;
import dev.precinct.runtime.edge.Failures;
import dev.precinct.runtime.nativeapi.Answers;
import dev.precinct.tenancy.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the administrator what can't be done. */
@Provider
@ApplicationScoped
public class UserRefusedMapper implements ExceptionMapper<UserRefusedException> {
    @Override
    public Response toResponse(UserRefusedException refused) {
        return switch (refused.reason()) {
            case NAME_TAKEN ->
                Failures.problem(Problem.of(409, "name-taken", "The name is taken", refused.getMessage()));
            case LAST_ADMINISTRATOR ->
                Failures.problem(
                        Problem.of(409, "last-administrator", "The last administrator stays", refused.getMessage()));
            case NO_SUCH_USER -> Answers.notFound();
            case INVALID -> Answers.invalid(refused.errors());
        };
    }
}
