package dev.precinct.runtime.access.administration;

import dev.precinct.tenancy.problem.Problem;
import java.util.List;

/** What the administrator asked for can't be done; the caller must act. */
public final class UserRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as a client must tell the cases apart. */
    public enum Reason {
        NAME_TAKEN,
        NO_SUCH_USER,
        LAST_ADMINISTRATOR,
        INVALID
    }

    private final Reason reason;
    private final transient List<Problem.FieldError> errors;

    private UserRefusedException(Reason reason, String message, List<Problem.FieldError> errors) {
        super(message);
        this.reason = reason;
        this.errors = List.copyOf(errors);
    }

    static UserRefusedException nameTaken(String name) {
        return new UserRefusedException(Reason.NAME_TAKEN, "A user named " + name + " exists.", List.of());
    }

    public static UserRefusedException noSuchUser() {
        return new UserRefusedException(Reason.NO_SUCH_USER, "There is no such user.", List.of());
    }

    static UserRefusedException lastAdministrator() {
        return new UserRefusedException(
                Reason.LAST_ADMINISTRATOR, "The last administrator can't be removed or lose that role.", List.of());
    }

    public static UserRefusedException invalid(List<Problem.FieldError> errors) {
        return new UserRefusedException(Reason.INVALID, "Some fields are not valid.", errors);
    }

    public Reason reason() {
        return reason;
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }
}
