package dev.precinct.operator.tenant.model;

import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.operator.naming.TenantNames;
import java.util.Optional;

/** Whether a Tenant's annotation tells the operator to leave it alone. */
public enum Pause {
    NONE,
    ASKED,
    /** It says neither yes nor no. Whoever wrote it had something in mind, and a deletion can't be undone: so nothing is written. */
    UNREADABLE;

    public static Pause of(Tenant tenant) {
        return switch (text(tenant).orElse("false")) {
            case "false" -> NONE;
            case "true" -> ASKED;
            default -> UNREADABLE;
        };
    }

    /** What the annotation says. */
    public static Optional<String> text(Tenant tenant) {
        return Optional.ofNullable(tenant.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(TenantNames.PAUSED));
    }
}
