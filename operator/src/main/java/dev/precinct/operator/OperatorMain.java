package dev.precinct.operator;

import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.cache.TenantCaches;
import dev.precinct.operator.cache.persistence.RedisTenantCaches;
import dev.precinct.operator.cluster.FabricClusterObjects;
import dev.precinct.operator.cluster.InstalledDefinition;
import dev.precinct.operator.cluster.Lead;
import dev.precinct.operator.cluster.OldDefinitionException;
import dev.precinct.operator.cluster.SigningKey;
import dev.precinct.operator.config.BadConfigException;
import dev.precinct.operator.config.CredentialsFolder;
import dev.precinct.operator.config.DatabaseServers;
import dev.precinct.operator.config.OperatorConfig;
import dev.precinct.operator.database.TenantDatabases;
import dev.precinct.operator.database.persistence.PostgresTenantDatabases;
import dev.precinct.operator.demand.Demands;
import dev.precinct.operator.failure.TenantReason;
import dev.precinct.operator.network.AddressBook;
import dev.precinct.operator.network.SystemNameResolver;
import dev.precinct.operator.observability.HealthServer;
import dev.precinct.operator.observability.OperatorMetrics;
import dev.precinct.operator.runtimes.HttpRuntimeFarewells;
import dev.precinct.operator.runtimes.HttpRuntimeReports;
import dev.precinct.operator.runtimes.RuntimeFarewells;
import dev.precinct.operator.runtimes.RuntimeReports;
import dev.precinct.operator.tenant.Departure;
import dev.precinct.operator.tenant.Phases;
import dev.precinct.operator.tenant.TenantPass;
import dev.precinct.operator.tenant.TenantReconciler;
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
import dev.precinct.operator.tenant.triggers.TenantTriggers;
import dev.precinct.operator.tenant.validate.CmxAddressRule;
import dev.precinct.operator.tenant.validate.CrdRules;
import dev.precinct.operator.tenant.validate.SpecJudge;
import dev.precinct.operator.tenant.validate.TimeZoneRule;
import dev.precinct.tenancy.runtime.LocalAddresses;
import dev.precinct.tenancy.runtime.RuntimeAddresses;
import dev.precinct.tenancy.runtime.ServiceAddresses;
import dev.precinct.tenancy.tls.AuthorityFile;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the operator from its environment: the one place that reads it, picks adapters and wires. */
public final class OperatorMain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorMain.class);
    private static final int PARALLEL_PASSES = 16;
    private static final int FIRST_PAUSE_MILLIS = 300;
    private static final int LONGEST_PAUSE_MILLIS = 15_000;
    /** A pass that has begun may end before the client is closed under it. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private static final int CAN_NOT_START = 1;
    private static final int LEADS_NO_LONGER = 1;
    private static final int BAD_SETTINGS = 64;

    private final Operator operator;
    private final HealthServer health;
    private final OperatorMetrics metrics;
    private final AtomicBoolean ending;
    private final Runnable farewell;

    private OperatorMain(
            Operator operator, HealthServer health, OperatorMetrics metrics, AtomicBoolean ending, Runnable farewell) {
        this.operator = operator;
        this.health = health;
        this.metrics = metrics;
        this.ending = ending;
        this.farewell = farewell;
    }

    public static void main(String[] arguments) {
        try {
            var main = start(System.getenv(), new KubernetesClientBuilder().build());
            Runtime.getRuntime().addShutdownHook(new Thread(main::close, "shutdown"));
        } catch (BadConfigException e) {
            LOG.error("the operator can't start: {}", e.getMessage());
            System.exit(BAD_SETTINGS);
        } catch (OldDefinitionException e) {
            LOG.error("the operator can't start: {}", e.getMessage());
            System.exit(CAN_NOT_START);
        } catch (RuntimeException | IOException e) {
            // Whoever started the process starts it again; a half-started one would only look alive.
            LOG.error("the operator can't start", e);
            System.exit(CAN_NOT_START);
        }
    }

    /** Starts an operator; the client is closed with it. */
    public static OperatorMain start(Map<String, String> environment, KubernetesClient client) throws IOException {
        var config = OperatorConfig.from(environment);
        InstalledDefinition.require(client);
        var clock = Clock.systemUTC();
        var cluster = new FabricClusterObjects(client, clock);
        SigningKey.ensure(cluster, config.namespace());

        var outside = Outside.of(config, clock);
        var writer = new ObjectWriter(cluster);
        var metrics = new OperatorMetrics(writer::writes);
        var pass = pass(config, clock, cluster, writer, outside);
        var leads = new AtomicBoolean(!config.leaderElection());
        var triggers = new TenantTriggers(
                config,
                cluster,
                outside.databases(),
                outside.caches(),
                outside.reports(),
                outside.demands(),
                leads::get);

        var ending = new AtomicBoolean();
        var lead = new Lead(
                config.namespace(),
                Labels.OPERATOR,
                environment.getOrDefault("HOSTNAME", UUID.randomUUID().toString()));
        var operator = new Operator(overrider -> service(overrider, config, client, lead, new Standing(leads, ending)));
        operator.register(
                new TenantReconciler(pass, triggers, metrics, clock), overrider -> controller(overrider, config));
        var health = new HealthServer(config.healthPort(), () -> isReady(operator), metrics);
        // Compiling the rules takes seconds; the first tenant should not wait for them.
        Thread.ofVirtual().name("rules").start(CrdRules::compile);
        operator.start();
        LOG.info("the operator works from {} and answers on port {}", config.namespace(), health.port());
        return new OperatorMain(operator, health, metrics, ending, () -> {
            if (config.leaderElection()) {
                lead.release(client);
            }
            client.close();
        });
    }

    public int healthPort() {
        return health.port();
    }

    public OperatorMetrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        ending.set(true);
        operator.stop();
        farewell.run();
        health.close();
    }

    private static TenantPass pass(
            OperatorConfig config, Clock clock, FabricClusterObjects cluster, ObjectWriter writer, Outside outside) {
        String own = config.namespace();
        var farewells = new Farewells(outside.farewells());
        var addresses = new AddressBook(new SystemNameResolver(), clock);
        var reach = new ReachObserver(outside.databases(), config.runtime()::redisServer, addresses);
        var observer = new TenantObserver(
                own,
                cluster,
                outside.databases(),
                outside.caches(),
                outside.reports(),
                reach,
                new UseObserver(cluster, outside.demands()));
        var phases = new Phases(
                new SpecJudge(new CrdRules()
                        .then(new TimeZoneRule()
                                .and(new CmxAddressRule(config.network().cmx(), addresses::latest)))),
                observer,
                new TenantPlanner(
                        config.network().services(),
                        config.runtime(),
                        config.network().cmx(),
                        PasswordSource.random()),
                new PlanExecutor(writer, outside.databases(), outside.caches(), farewells),
                new TenantReporter(config.runtime(), clock));
        var departure = new Departure(
                new DepartureObserver(observer, clock),
                new DepartureExecutor(own, cluster, writer, outside.databases(), outside.caches(), farewells));
        return new TenantPass(cluster, phases, departure);
    }

    private static void service(
            ConfigurationServiceOverrider overrider,
            OperatorConfig config,
            KubernetesClient client,
            Lead lead,
            Standing standing) {
        overrider
                .withKubernetesClient(client)
                // The lead is handed on by it, when nothing works any more.
                .withCloseClientOnStop(false)
                .withReconciliationTerminationTimeout(LONGEST_FAREWELL)
                .withExecutorService(Executors.newFixedThreadPool(
                        PARALLEL_PASSES, Thread.ofVirtual().name("pass-", 0).factory()));
        if (config.leaderElection()) {
            overrider.withLeaderElectionConfiguration(election(lead, standing));
        }
    }

    /**
     * Who loses the lead while he works ends at once, so that never two work. Not by the framework's own exit: it comes in an orderly
     * end too, and there it waits for the very hook that it is called from.
     */
    private static LeaderElectionConfiguration election(Lead lead, Standing standing) {
        var callbacks = new LeaderCallbacks(
                () -> {
                    LOG.info("this operator leads");
                    standing.leads().set(true);
                },
                () -> {
                    standing.leads().set(false);
                    if (!standing.ending().get()) {
                        LOG.error("this operator leads no longer, and ends");
                        Runtime.getRuntime().halt(LEADS_NO_LONGER);
                    }
                },
                leader -> LOG.info("{} leads", leader));
        return new LeaderElectionConfiguration(
                lead.name(),
                lead.namespace(),
                LeaderElectionConfiguration.LEASE_DURATION_DEFAULT_VALUE,
                LeaderElectionConfiguration.RENEW_DEADLINE_DEFAULT_VALUE,
                LeaderElectionConfiguration.RETRY_PERIOD_DEFAULT_VALUE,
                lead.identity(),
                callbacks,
                false);
    }

    private static void controller(ControllerConfigurationOverrider<Tenant> overrider, OperatorConfig config) {
        overrider
                .withName("tenant")
                // A pass that ends with the finalizer is our own step: the framework's would need more kinds of
                // patches.
                .withTriggerReconcilerOnAllEvents(true)
                // By itself it passes over annotations, and they tell the operator things too.
                .withGenerationAware(false)
                .withOnUpdateFilter(TenantTriggers::isForUs)
                .withReconciliationMaxInterval(config.resync())
                .withRetry(new GenericRetry()
                        .setInitialInterval(FIRST_PAUSE_MILLIS)
                        .setMaxInterval(LONGEST_PAUSE_MILLIS)
                        .withoutMaxAttempts());
    }

    private static boolean isReady(Operator operator) {
        var info = operator.getRuntimeInfo();
        return info.isStarted() && info.allEventSourcesAreHealthy();
    }

    /** Whether this operator works, and whether it is asked to end. */
    private record Standing(AtomicBoolean leads, AtomicBoolean ending) {}

    /** What tenants need outside Kubernetes, and who uses them. */
    private record Outside(
            TenantDatabases databases,
            TenantCaches caches,
            RuntimeReports reports,
            RuntimeFarewells farewells,
            Demands demands) {
        static Outside of(OperatorConfig config, Clock clock) {
            var login = new CredentialsFolder(config.runtime().redisCredentials(), TenantReason.REDIS_UNREACHABLE);
            Path local = config.localAddresses();
            RuntimeAddresses addresses = local == null ? new ServiceAddresses() : new LocalAddresses(local);
            return new Outside(
                    new PostgresTenantDatabases(new DatabaseServers(config.databaseServers())),
                    new RedisTenantCaches(
                            config.runtime().redisUrl(),
                            login::credentials,
                            new AuthorityFile(config.runtime().redisCredentials())),
                    new HttpRuntimeReports(addresses),
                    new HttpRuntimeFarewells(addresses),
                    new Demands(clock));
        }
    }
}
