package dev.precinct.operator.tenant.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.testing.TenantFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmxAddressRuleTest {
    private List<String> addresses = List.of("192.0.2.7");
    private final CmxAddressRule rule = new CmxAddressRule(TenantFixtures.CMX, host -> addresses);

    @ParameterizedTest
    @CsvSource({
        "http://kubernetes.default.svc, kubernetes.default.svc is a name inside this cluster",
        "http://postgres:5432, postgres is a name inside this cluster",
        "http://simulator.precinct-system.svc:8084, simulator.precinct-system.svc is a name inside this cluster",
        "http://10.42.0.1, 10.42.0.1 is an address of this cluster",
        "'http://[::1]:80', [::1] is a loopback address",
        "http://127.1, has no host name and no whole address"
    })
    void aUrlIntoTheClusterIsToldWithItsFieldAndWhatWouldBeRight(String url, String why) {
        assertThat(problems(url, List.of()))
                .containsExactly(
                        new SpecProblem(
                                "spec.cmx.url",
                                why
                                        + "; right is the address of the tenant's own appliance, outside this cluster and its nodes"));
    }

    @Test
    void aNameIsJudgedByEachAddressBehindIt() {
        addresses = List.of("192.0.2.7", "169.254.169.254");

        assertThat(problems("https://cmx.acme.example", List.of()))
                .singleElement()
                .extracting(SpecProblem::message)
                .asString()
                .startsWith("cmx.acme.example leads to 169.254.169.254, which is a link-local address");
    }

    @Test
    void eachBlockOfAddressesIsJudged() {
        assertThat(problems("https://cmx.acme.example", List.of("192.0.2.0/24", "10.0.0.0/8")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("spec.cmx.egressCidrs[1]");
                    assertThat(problem.message()).startsWith("10.0.0.0/8 holds an address of this cluster;");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cmx.acme.example",
                "https://[2001:db8::1]:8443",
                "http://simulator.precinct-system.svc:8083"
            })
    void whatIsOutsideOrVouchedForIsRight(String url) {
        assertThat(problems(url, List.of("192.0.2.0/24"))).isEmpty();
    }

    @Test
    void aNameThatNobodyKnowsIsWaitedFor() {
        addresses = List.of();

        assertThat(problems("https://cmx.acme.example", List.of())).isEmpty();
    }

    @Test
    void aTenantWithoutCmxHasNothingToJudge() {
        assertThat(rule.problemsIn(TenantFixtures.tenant(TenantFixtures.smallest())))
                .isEmpty();
    }

    private List<SpecProblem> problems(String url, List<String> egressCidrs) {
        return rule.problemsIn(TenantFixtures.tenant(TenantFixtures.withCmx(TenantFixtures.full(), url, egressCidrs)));
    }
}
