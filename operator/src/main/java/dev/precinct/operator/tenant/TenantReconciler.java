package dev.precinct.operator.tenant;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.observability.OperatorMetrics;
import dev.precinct.operator.tenant.model.StepOutcome;
import dev.precinct.operator.tenant.triggers.TenantTriggers;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The door between the framework, which queues, backs off and repeats, and a pass, which knows nothing of that. */
public final class TenantReconciler implements Reconciler<Tenant> {
    private static final Logger LOG = LoggerFactory.getLogger(TenantReconciler.class);

    /** Most waiting ends with an event; this is for the waiting that does not. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final TenantPass pass;
    private final TenantTriggers triggers;
    private final OperatorMetrics metrics;
    private final Clock clock;

    public TenantReconciler(TenantPass pass, TenantTriggers triggers, OperatorMetrics metrics, Clock clock) {
        this.pass = pass;
        this.triggers = triggers;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public List<EventSource<?, Tenant>> prepareEventSources(EventSourceContext<Tenant> context) {
        return triggers.eventSources(context);
    }

    @Override
    public UpdateControl<Tenant> reconcile(Tenant tenant, Context<Tenant> context) {
        String name = tenant.getMetadata().getName();
        var started = clock.instant();
        MDC.put("tenant", name);
        try {
            return control(outcome(name));
        } catch (Error e) {
            // The framework takes care of exceptions only: an error would end here, and nobody would know.
            metrics.passed("bug");
            LOG.error("a pass ended by an error", e);
            throw e;
        } finally {
            metrics.took(Duration.between(started, clock.instant()));
            MDC.remove("tenant");
        }
    }

    /** What fails before or after the steps of a pass, such as the finalizer or the report, is in no report: it is told here. */
    private StepOutcome outcome(String name) {
        try {
            return pass.run(name).orElseGet(StepOutcome.Settled::new);
        } catch (TenantException e) {
            return new StepOutcome.Failed(e);
        }
    }

    private UpdateControl<Tenant> control(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Settled settled -> {
                metrics.passed("settled");
                yield UpdateControl.noUpdate();
            }
            case StepOutcome.Waiting waiting -> {
                metrics.passed("waiting");
                yield UpdateControl.<Tenant>noUpdate().rescheduleAfter(LOOK_AGAIN);
            }
            case StepOutcome.Failed failed -> failed(failed.failure());
        };
    }

    /** Thrown on, a failure is repeated by the framework with growing pauses; the others wait for an edit or the next resync. */
    private UpdateControl<Tenant> failed(TenantException failure) {
        switch (failure) {
            case TenantException.Transient slow -> {
                metrics.passed("failed");
                LOG.info("{}: {}", slow.reason().wire(), slow.text());
                throw slow;
            }
            case TenantException.UserMustAct user -> {
                metrics.passed("refused");
                LOG.info("{}: {}", user.reason().wire(), user.text());
            }
            case TenantException.OurBug bug -> {
                metrics.passed("bug");
                LOG.error("a bug in the operator", bug);
            }
        }
        return UpdateControl.noUpdate();
    }

    @Override
    public ErrorStatusUpdateControl<Tenant> updateErrorStatus(Tenant tenant, Context<Tenant> context, Exception e) {
        // The pass has reported already, with more than an exception can tell.
        if (e instanceof CancellationException) {
            LOG.info("a pass was given up: {}", e.getMessage());
        } else if (!(e instanceof TenantException)) {
            metrics.passed("bug");
            LOG.error("a bug in the operator", e);
        }
        return ErrorStatusUpdateControl.noStatusUpdate();
    }
}
