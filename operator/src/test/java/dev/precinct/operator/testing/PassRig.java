package dev.precinct.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantPhase;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.TenantStatus;
import dev.precinct.operator.cluster.OwnerEvent;
import dev.precinct.operator.cluster.SecretContent;
import dev.precinct.operator.cluster.SigningKey;
import dev.precinct.operator.demand.Demands;
import dev.precinct.operator.failure.SpecProblem;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.AddressBook;
import dev.precinct.operator.network.ServerAddress;
import dev.precinct.operator.tenant.Departure;
import dev.precinct.operator.tenant.Phases;
import dev.precinct.operator.tenant.TenantPass;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.observe.DepartureObserver;
import dev.precinct.operator.tenant.observe.ReachObserver;
import dev.precinct.operator.tenant.observe.TenantObserver;
import dev.precinct.operator.tenant.observe.UseObserver;
import dev.precinct.operator.tenant.plan.PasswordSource;
import dev.precinct.operator.tenant.plan.TenantPlanner;
import dev.precinct.operator.tenant.status.TenantReporter;
import dev.precinct.operator.tenant.steps.DepartureExecutor;
import dev.precinct.operator.tenant.steps.Farewells;
import dev.precinct.operator.tenant.steps.ObjectWriter;
import dev.precinct.operator.tenant.steps.PlanExecutor;
import dev.precinct.operator.tenant.validate.CmxAddressRule;
import dev.precinct.operator.tenant.validate.SpecJudge;
import dev.precinct.operator.tenant.validate.SpecRules;
import dev.precinct.tenancy.runtime.RuntimeReport;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A whole pass over fakes that are proven equal to the real thing. */
public final class PassRig {
    public final TestingClusterObjects cluster = new TestingClusterObjects();
    public final TestingTenantDatabases databases = new TestingTenantDatabases();
    public final TestingTenantCaches caches = new TestingTenantCaches();
    public @Nullable RuntimeReport report;

    /** What the operator heard of this tenant's use; {@link #forgetDemands} is a restart. */
    public Demands demands = new Demands(clock());

    private Instant now = TenantFixtures.CLOCK.instant();

    /** Why a runtime that is asked to leave its CMX can't. */
    public @Nullable String stays;

    /** Namespaces whose runtime was asked to leave its CMX, in their order. */
    public final List<String> asked = new ArrayList<>();

    /** What the next validation finds. */
    public List<SpecProblem> problems = List.of();

    private final AtomicInteger passwords = new AtomicInteger();
    /** Where Redis is, and what it is trusted by. */
    public ServerAddress redis = new ServerAddress("redis", 6379);

    /** What every name resolves to. */
    public List<String> addresses = List.of("192.0.2.7");

    public PassRig() {
        SigningKey.ensure(cluster, TenantFixtures.PLATFORM);
    }

    /** As a new operator: with nothing remembered. */
    public void forgetDemands() {
        demands = new Demands(clock());
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    public PassRig with(TenantSpec spec) {
        cluster.put(TenantFixtures.tenant(spec));
        return this;
    }

    /** As the API server shows a Tenant that has no status yet: with the definition's default. */
    public void neverLookedAt() {
        Tenant tenant = tenant();
        tenant.setStatus(new TenantStatus(-1L, null, null, null, null, null, null, null, null, null));
        cluster.put(tenant);
    }

    public void edit(TenantSpec spec) {
        Tenant tenant = tenant();
        tenant.setSpec(spec);
        tenant.getMetadata().setGeneration(tenant.getMetadata().getGeneration() + 1);
        cluster.put(tenant);
    }

    /** As if this spec had been asked for, and taken, by an operator that knew fewer rules. */
    public void accepted(TenantSpec spec) {
        edit(spec);
        Tenant tenant = tenant();
        var before = tenant.getStatus();
        tenant.setStatus(new TenantStatus(
                before.observedGeneration(),
                before.phase(),
                before.runtime(),
                before.lastDemand(),
                before.url(),
                before.namespace(),
                before.database(),
                before.usersSecret(),
                before.conditions(),
                Serialization.asJson(spec)));
        cluster.put(tenant);
    }

    public Tenant tenant() {
        return cluster.findTenant("acme").orElseThrow();
    }

    public void delete() {
        Tenant tenant = tenant();
        tenant.getMetadata().setDeletionTimestamp(TenantFixtures.CLOCK.instant().toString());
        cluster.put(tenant);
    }

    public void annotate(String key, String value) {
        Tenant tenant = tenant();
        tenant.getMetadata().setAnnotations(Map.of(key, value));
        cluster.put(tenant);
    }

    /** From now on no host name is known. */
    public void namesDoNotAnswer() {
        addresses = List.of();
    }

    public void give(String secret, Map<String, String> texts) {
        var data = new HashMap<String, String>();
        texts.forEach((key, text) -> data.put(key, SecretContent.encoded(text)));
        cluster.put(new SecretBuilder()
                .withNewMetadata()
                .withName(secret)
                .withNamespace(TenantFixtures.PLATFORM)
                .endMetadata()
                .withData(data)
                .build());
    }

    public Optional<StepOutcome> pass() {
        return newOperator().run("acme");
    }

    /** Passes until nothing is left to wait for; a tenant that never settles ends the test. */
    public StepOutcome settle() {
        for (int number = 0; number < 20; number++) {
            var outcome = pass();
            if (outcome.isEmpty()) {
                return new StepOutcome.Settled();
            }
            if (!(outcome.get() instanceof StepOutcome.Waiting)) {
                return outcome.get();
            }
        }
        throw new AssertionError("the tenant does not settle");
    }

    /** Makes the tenant with the Secrets that a full spec names, and brings it to rest. */
    public void ready(TenantSpec spec) {
        give("acme-cmx", Map.of("username", "u", "password", "p"));
        give("ben-password", Map.of("password", "bens-own"));
        with(spec);
        settle();
        pass();
        assertThat(tenant().getStatus().phase()).isEqualTo(TenantPhase.READY);
    }

    /** What the owner was told for this reason, in its order. */
    public List<String> told(TenantReason reason) {
        return cluster.events().stream()
                .filter(event -> event.reason() == reason)
                .map(OwnerEvent::message)
                .toList();
    }

    /** Remembers nothing, like one that was just started. */
    public TenantPass newOperator() {
        var book = new AddressBook(host -> addresses, TenantFixtures.CLOCK);
        var reach = new ReachObserver(databases, () -> redis, book);
        var observer = new TenantObserver(
                TenantFixtures.PLATFORM,
                cluster,
                databases,
                caches,
                namespace -> Optional.ofNullable(report),
                reach,
                new UseObserver(cluster, demands));
        var writer = new ObjectWriter(cluster);
        var farewells = new Farewells(namespace -> {
            asked.add(namespace);
            return Optional.ofNullable(stays);
        });
        PasswordSource source = () -> "password-" + passwords.incrementAndGet();
        SpecRules rules = tenant -> problems;
        var phases = new Phases(
                new SpecJudge(rules.and(new CmxAddressRule(TenantFixtures.CMX, book::latest))),
                observer,
                new TenantPlanner(TenantFixtures.SERVICES, TenantFixtures.SETTINGS, TenantFixtures.CMX, source),
                new PlanExecutor(writer, databases, caches, farewells),
                new TenantReporter(TenantFixtures.SETTINGS, TenantFixtures.CLOCK));
        var departure = new Departure(
                new DepartureObserver(observer, TenantFixtures.CLOCK),
                new DepartureExecutor(TenantFixtures.PLATFORM, cluster, writer, databases, caches, farewells));
        return new TenantPass(cluster, phases, departure);
    }
}
