package dev.precinct.gateway.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every source of tenants does, whether a Kubernetes API or memory. The base domain is {@code precinct.test}. */
public abstract class TenantsContract {
    /** Names are used again between tests; each leaves nothing behind. */
    protected abstract void create(String name, List<String> hosts) throws Exception;

    protected abstract void change(String name, List<String> hosts) throws Exception;

    protected abstract void delete(String name) throws Exception;

    protected abstract Tenants tenants();

    private void awaitHost(String host, String tenant) {
        Awaitility.await("host " + host + " to be that of " + tenant)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                tenants().findByHost(host).map(TenantSite::name).orElse("none"))
                        .isEqualTo(tenant));
    }

    @Test
    void aTenantThatAppearsHasItsNameAndItsHostsWithoutRestart() throws Exception {
        create("alpha", List.of("alpha.example.com"));
        awaitHost("alpha.precinct.test", "alpha");
        awaitHost("alpha.example.com", "alpha");
        awaitHost("ALPHA.precinct.test.:8080", "alpha");
        awaitHost("precinct.test", "none");
        awaitHost("beta.precinct.test", "none");
        assertThat(tenants().synced()).isTrue();
        assertThat(tenants().served()).extracting(TenantSite::namespace).containsExactly("tenant-alpha");
        delete("alpha");
        awaitHost("alpha.precinct.test", "none");
    }

    @Test
    void changedHostsTakeEffect() throws Exception {
        create("alpha", List.of("old.example.com"));
        awaitHost("old.example.com", "alpha");
        change("alpha", List.of("new.example.com"));
        awaitHost("new.example.com", "alpha");
        awaitHost("old.example.com", "none");
        delete("alpha");
        awaitHost("new.example.com", "none");
    }

    @Test
    void aHostClaimedTwiceStaysWithTheOlderUntilThatIsGone() throws Exception {
        create("elder", List.of("shared.example.com"));
        awaitHost("shared.example.com", "elder");
        Thread.sleep(1_100); // the API server's creation time has whole seconds
        create("younger", List.of("shared.example.com", "elder.precinct.test"));
        awaitHost("younger.precinct.test", "younger");
        awaitHost("shared.example.com", "elder");
        awaitHost("elder.precinct.test", "elder");
        delete("elder");
        awaitHost("shared.example.com", "younger");
        delete("younger");
        awaitHost("shared.example.com", "none");
    }
}
