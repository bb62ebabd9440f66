package dev.precinct.gateway.principals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.principal.Principal;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReplicaTest {
    private static final TenantId ACME = new TenantId("a".repeat(32));

    private static Principal user(String name, long credentialRevision) {
        return new Principal(name, "verifier", new TreeSet<>(List.of("clients:read")), credentialRevision);
    }

    private static Replica at(long revision) {
        return Replica.of(new PrincipalsSnapshot(ACME, revision, List.of(user("ana", 1))));
    }

    private static Replica next(Replica replica, PrincipalChange change) {
        return switch (replica.apply(change)) {
            case Replica.Applied.Next next -> next.replica();
            case Replica.Applied.Known known -> throw new AssertionError("known already: " + change);
            case Replica.Applied.Gap gap -> throw new AssertionError("a gap before: " + change);
        };
    }

    @Test
    void theNextChangeAddsChangesOrRemovesAUser() {
        var added = next(at(7), new PrincipalChange(8, "ben", user("ben", 8)));
        assertThat(added.find("ben")).isPresent();
        var changed = next(added, new PrincipalChange(9, "ana", user("ana", 9)));
        assertThat(changed.find("ana").orElseThrow().credentialRevision()).isEqualTo(9);
        var removed = next(changed, new PrincipalChange(10, "ana", null));
        assertThat(removed.find("ana")).isEmpty();
        assertThat(removed.revision()).isEqualTo(10);
        assertThat(added.find("ana")).as("the earlier replica is untouched").isPresent();
    }

    @Test
    void whatTheSnapshotHadIsKnown() {
        assertThat(at(7).apply(new PrincipalChange(7, "ana", null))).isInstanceOf(Replica.Applied.Known.class);
        assertThat(at(7).apply(new PrincipalChange(3, "ana", null))).isInstanceOf(Replica.Applied.Known.class);
    }

    @Test
    void aMissingChangeIsAGap() {
        assertThat(at(7).apply(new PrincipalChange(9, "ana", null))).isInstanceOf(Replica.Applied.Gap.class);
    }

    @Test
    void aRevisionThatGoesBackIsAGap() {
        var later = next(at(7), new PrincipalChange(8, "ben", user("ben", 8)));
        assertThat(later.apply(new PrincipalChange(5, "ana", null))).isInstanceOf(Replica.Applied.Gap.class);
    }
}
