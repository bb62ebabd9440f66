package dev.precinct.runtime.access.persistence;

import dev.precinct.runtime.access.Credential;
import dev.precinct.runtime.access.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The columns of a password; all are null for a user without one. */
@Embeddable
record CredentialColumns(
        String verifier,
        @Column(name = "credential_revision") Long revision,

        @Column(name = "credential_origin") @Enumerated(EnumType.STRING)
        Origin origin) {
    static CredentialColumns of(Credential credential) {
        return new CredentialColumns(credential.verifier(), credential.revision(), credential.origin());
    }

    Credential toCredential() {
        return new Credential(verifier, revision, origin);
    }

    @Override
    public String toString() {
        return "CredentialColumns[hidden]";
    }
}
