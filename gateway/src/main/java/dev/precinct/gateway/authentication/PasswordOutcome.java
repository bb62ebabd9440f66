package dev.precinct.gateway.authentication;

import dev.precinct.tenancy.principal.Principal;
import java.time.Duration;

/** What a check of user and password found. Unknown user and wrong password are one outcome. */
public sealed interface PasswordOutcome {
    /** @param revision of the replica that decided */
    record Right(Principal principal, long revision) implements PasswordOutcome {}

    /** Wrong password or unknown user. */
    record Wrong() implements PasswordOutcome {}

    /** Too many failures of that user from that address; not even looked at. */
    record Throttled(Duration retryAfter) implements PasswordOutcome {}

    /** Too many checks of this tenant wait already. */
    record Busy() implements PasswordOutcome {}

    /** The tenant's users are not known yet. */
    record UsersUnknown() implements PasswordOutcome {}
}
