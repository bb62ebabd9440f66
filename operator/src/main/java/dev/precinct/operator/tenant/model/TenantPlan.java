package dev.precinct.operator.tenant.model;

import dev.precinct.operator.cache.CacheUser;
import dev.precinct.operator.database.TenantDatabase;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.naming.TenantNames;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;

/** What this pass has to see to. */
public sealed interface TenantPlan {
    /** Nothing may or can be done, or not now. */
    record Refuse(TenantException failure) implements TenantPlan {}

    /** First the namespace and the operator's rights in it; all else in the next pass. */
    record Open(List<HasMetadata> objects) implements TenantPlan {}

    /** Everything. */
    record Provision(
            TenantNames names,
            List<HasMetadata> objects,
            List<HasMetadata> superfluous,
            DatabasePlan database,
            RedisPlan redis,
            RuntimePlan runtime)
            implements TenantPlan {}

    /** @param state as observed: what is sound is left alone */
    record DatabasePlan(TenantDatabase database, String password, BackendState state) {
        @Override
        public String toString() {
            return "DatabasePlan[" + database + ", " + state + "]";
        }
    }

    /** @param state as observed: what is sound is left alone */
    record RedisPlan(CacheUser user, BackendState state) {}

    /**
     * @param exists a runtime that is there is healed even while its backends are away
     * @param leavesCmx the runtime that is there has to give up its subscription at its CMX first
     * @param presence whether it is to run
     * @param replicas that are asked for at present; 0 too when there is no runtime
     */
    record RuntimePlan(
            Service service,
            Deployment deployment,
            boolean exists,
            boolean leavesCmx,
            Presence presence,
            int replicas) {
        /** Whether a runtime that is there and has no replicas is wanted again. */
        public boolean wakes() {
            return exists && replicas == 0 && presence.replicas() > 0;
        }

        /** Whether replicas that are there have to go. */
        public boolean ends() {
            return replicas > 0 && presence.replicas() == 0;
        }
    }
}
