package dev.precinct.runtime.access.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precinct.runtime.access.AccessControl;
import dev.precinct.runtime.access.Grant;
import dev.precinct.runtime.access.PermissionStore;
import dev.precinct.runtime.access.Permissions;
import dev.precinct.runtime.access.RevisedChanges;
import dev.precinct.runtime.access.administration.UserChanges;
import dev.precinct.tenancy.TenantId;
import dev.precinct.tenancy.permission.SegmentPath;
import dev.precinct.tenancy.principal.PrincipalChange;
import dev.precinct.tenancy.principal.PrincipalsSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrincipalPublisherTest {
    private static final TenantId TENANT = new TenantId("0123456789abcdef0123456789abcdef");
    private static final Grant ADMINISTRATOR = new Grant("administrator", List.of(SegmentPath.EVERYWHERE), null);

    private final TestingStore store = new TestingStore();
    private final TestingChannel channel = new TestingChannel();
    private final AccessControl access = new AccessControl(store, Clock.systemUTC());
    private final PrincipalPublisher publisher = new PrincipalPublisher(TENANT, access, store, channel);

    private void add(String name) {
        access.change(current -> UserChanges.add(current, name, ADMINISTRATOR, new TreeSet<>(), "$argon2id$"));
    }

    @Test
    void changesComeInOrderAndOnce() {
        add("ana");
        add("ben");
        publisher.publishPending();
        publisher.publishPending();
        add("eva");
        publisher.publishPending();
        assertThat(channel.revisions()).containsExactly(1L, 2L, 3L);
        assertThat(channel.snapshot.revision()).isEqualTo(3);
    }

    @Test
    void aCrashBetweenCommitAndPublishingLosesNothing() {
        add("ana");
        // A new process over the same database and Redis.
        new PrincipalPublisher(TENANT, new AccessControl(store, Clock.systemUTC()), store, channel).publishPending();
        assertThat(channel.revisions()).containsExactly(1L);
    }

    @Test
    void aCrashBetweenPublishingAndEmptyingTheOutboxRepeatsNothing() {
        add("ana");
        channel.crashAfterPublishing = true;
        assertThatThrownBy(publisher::publishPending).isInstanceOf(IllegalStateException.class);
        assertThat(store.outbox).isNotEmpty();
        channel.crashAfterPublishing = false;
        publisher.publishPending();
        add("ben");
        publisher.publishPending();
        assertThat(channel.revisions()).containsExactly(1L, 2L);
        assertThat(store.outbox).isEmpty();
    }

    @Test
    void aLostSnapshotIsPutAgainWithAGapForReadersWhoAreBehind() {
        add("ana");
        add("ben");
        publisher.publishPending();
        channel.snapshot = null;
        channel.changes.clear();
        publisher.publishPending();
        assertThat(channel.snapshot.revision()).isEqualTo(2);
        assertThat(channel.revisions()).containsExactly(2L);
    }

    @Test
    void aDatabaseThatWasSetBackJumpsPastWhatReadersKnow() {
        add("ana");
        channel.snapshot = new PrincipalsSnapshot(TENANT, 50, List.of());
        publisher.publishPending();
        assertThat(channel.snapshot.revision()).isGreaterThan(51);
        assertThat(channel.snapshot.principals()).hasSize(1);
    }

    /** Keeps everything in memory as the database would. */
    private static final class TestingStore implements PermissionStore {
        private Permissions permissions = Permissions.EMPTY;
        private final List<PrincipalChange> outbox = new ArrayList<>();

        @Override
        public Permissions read() {
            return permissions;
        }

        @Override
        public Permissions change(UnaryOperator<Permissions> change) {
            var revised = RevisedChanges.between(permissions, change.apply(permissions));
            permissions = revised.after();
            outbox.addAll(revised.changes());
            return permissions;
        }

        @Override
        public void handOver(Consumer<Pending> receiver) {
            receiver.accept(new Pending(permissions, List.copyOf(outbox)));
            outbox.clear();
        }

        @Override
        public byte[] pseudonymKey() {
            return new byte[32];
        }
    }

    /** A Redis that can lose everything, or die after it took a change. */
    private static final class TestingChannel implements PrincipalChannel {
        private @Nullable PrincipalsSnapshot snapshot;
        private final List<PrincipalChange> changes = new ArrayList<>();
        private boolean crashAfterPublishing;

        @Override
        public OptionalLong publishedRevision() {
            return snapshot == null ? OptionalLong.empty() : OptionalLong.of(snapshot.revision());
        }

        @Override
        public void publish(PrincipalsSnapshot newSnapshot, List<PrincipalChange> newChanges) {
            snapshot = newSnapshot;
            changes.addAll(newChanges);
            if (crashAfterPublishing) {
                throw new IllegalStateException("killed");
            }
        }

        private List<Long> revisions() {
            return changes.stream().map(PrincipalChange::revision).toList();
        }
    }
}
