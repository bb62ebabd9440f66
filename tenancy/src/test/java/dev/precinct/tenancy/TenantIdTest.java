package dev.precinct.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TenantIdTest {
    @Test
    void anIdIsTheUidWithoutDashes() {
        assertThat(TenantId.ofUid("0B8F43A2-5C1D-4D8A-9f60-2f2d7b1f9a11").value())
                .isEqualTo("0b8f43a25c1d4d8a9f602f2d7b1f9a11");
    }

    @Test
    void textThatIsNoUidIsRefused() {
        assertThatThrownBy(() -> new TenantId("acme*")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysOfOneTenantNeverStartLikeThoseOfAnother() {
        var one = new TenantKeys(new TenantId("0".repeat(32)));
        var other = new TenantKeys(new TenantId("0".repeat(31) + "1"));
        assertThat(one.principals()).startsWith(one.prefix()).doesNotStartWith(other.prefix());
        assertThat(one.prefix()).endsWith(":");
    }
}
