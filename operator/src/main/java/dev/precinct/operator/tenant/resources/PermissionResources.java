package dev.precinct.operator.tenant.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.precinct.crd.tenant.v1alpha1.DisclosureSpec;
import dev.precinct.crd.tenant.v1alpha1.GroupSpec;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.RoleSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.operator.failure.TenantException;
import dev.precinct.operator.naming.TenantNames;
import dev.precinct.tenancy.permission.Disclosure;
import dev.precinct.tenancy.permission.PermissionSeed;
import dev.precinct.tenancy.permission.SegmentPath;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The permission seed as the file that a runtime reads. */
public final class PermissionResources {
    public static final String FILE = "permissions.json";

    // Sets have no order of their own: without this the same seed would be another text in the next process.
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(SerializationFeature.INDENT_OUTPUT, true);

    private PermissionResources() {}

    public static ConfigMap permissions(TenantNames names, PermissionsSpec spec) {
        return Drift.marked(new ConfigMapBuilder()
                .withNewMetadata()
                .withName(TenantNames.PERMISSIONS)
                .withNamespace(names.namespace())
                .withLabels(names.labels())
                .endMetadata()
                .withData(Map.of(FILE, text(spec)))
                .build());
    }

    /** Lower-case hexadecimal SHA-256 of the file, by which a runtime says what it applied. */
    public static String sha256(PermissionsSpec spec) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(spec).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String text(PermissionsSpec spec) {
        try {
            return JSON.writeValueAsString(sorted(JSON.valueToTree(seed(spec)))) + "\n";
        } catch (JsonProcessingException e) {
            throw new TenantException.OurBug("a permission seed can't be written as JSON", e);
        }
    }

    static PermissionSeed seed(PermissionsSpec spec) {
        return new PermissionSeed(
                list(spec.roles()).stream().map(PermissionResources::role).toList(),
                list(spec.disclosures()).stream()
                        .map(PermissionResources::disclosure)
                        .toList(),
                list(spec.groups()).stream().map(PermissionResources::group).toList(),
                list(spec.users()).stream().map(PermissionResources::user).toList(),
                spec.administrator().name());
    }

    /** Fields of a disclosure are sets; in the file they are in order. */
    private static com.fasterxml.jackson.databind.JsonNode sorted(com.fasterxml.jackson.databind.JsonNode seed) {
        for (var disclosure : seed.path("disclosures")) {
            for (String field : List.of("hide", "pseudonymise")) {
                var names = new TreeSet<String>();
                disclosure.path(field).forEach(name -> names.add(name.asText()));
                if (!names.isEmpty()) {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) disclosure).set(field, JSON.valueToTree(names));
                }
            }
        }
        return seed;
    }

    private static PermissionSeed.Role role(RoleSpec role) {
        return new PermissionSeed.Role(role.name(), role.allow());
    }

    private static Disclosure disclosure(DisclosureSpec disclosure) {
        return new Disclosure(
                disclosure.name(),
                new TreeSet<>(list(disclosure.hide())),
                new TreeSet<>(list(disclosure.pseudonymise())),
                false);
    }

    private static PermissionSeed.Group group(GroupSpec group) {
        return new PermissionSeed.Group(group.name(), group.role(), segments(group.segments()), group.disclosure());
    }

    private static PermissionSeed.User user(UserSpec user) {
        return new PermissionSeed.User(
                user.name(), user.role(), list(user.groups()), segments(user.segments()), user.disclosure());
    }

    private static List<SegmentPath> segments(@Nullable List<String> texts) {
        return list(texts).stream().map(SegmentPath::new).toList();
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
