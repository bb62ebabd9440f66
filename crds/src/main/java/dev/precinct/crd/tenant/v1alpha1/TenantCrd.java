package dev.precinct.crd.tenant.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The generated definition of {@link Tenant}, as it is committed and installed. */
public final class TenantCrd {
    /** Name of the definition. */
    public static final String NAME = "tenants.precinct.dev";

    /** Where the definition lies on the class path. */
    public static final String RESOURCE = "/META-INF/precinct/crds/tenants.precinct.dev-v1.yaml";

    private TenantCrd() {}

    /** The bytes of the committed file, as text. */
    public static String yaml() {
        try (InputStream file = TenantCrd.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("the jar of crds lacks " + RESOURCE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar of crds is damaged at " + RESOURCE, e);
        }
    }

    /** A definition of the caller's own: it may be changed. */
    public static CustomResourceDefinition definition() {
        return Serialization.unmarshal(yaml(), CustomResourceDefinition.class);
    }
}
