package dev.precinct.local.kubernetes.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.Cause;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.util.List;
import java.util.regex.Pattern;

/** Which names objects may have. */
final class ObjectNames {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    private static final String SUBDOMAIN_RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
                    + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
                    + " used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String LABEL_RULE = "a lowercase RFC 1123 label must consist of lower case alphanumeric"
            + " characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
            + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private ObjectNames() {}

    static List<Cause> problems(ResourceKind kind, ObjectNode object) {
        String name = Metadata.text(object, "name");
        if (name.isEmpty()) {
            return List.of(Cause.required("metadata.name", "name or generateName is required"));
        }
        return switch (kind.group() + "/" + kind.names().kind()) {
            case "/Namespace" -> check(name, LABEL, LONGEST_LABEL, LABEL_RULE);
            case "/Service" -> check(name, SERVICE, LONGEST_LABEL, LABEL_RULE);
            case "rbac.authorization.k8s.io/Role",
                    "rbac.authorization.k8s.io/RoleBinding",
                    "rbac.authorization.k8s.io/ClusterRole",
                    "rbac.authorization.k8s.io/ClusterRoleBinding" -> pathSegment(name);
            default -> check(name, SUBDOMAIN, LONGEST_NAME, SUBDOMAIN_RULE);
        };
    }

    private static List<Cause> check(String name, Pattern pattern, int longest, String rule) {
        if (name.length() > longest) {
            return List.of(Cause.invalid(
                    "metadata.name", "\"" + name + "\"", "must be no more than " + longest + " characters"));
        }
        return pattern.matcher(name).matches()
                ? List.of()
                : List.of(Cause.invalid("metadata.name", "\"" + name + "\"", rule));
    }

    private static List<Cause> pathSegment(String name) {
        return name.contains("/") || name.contains("%") || name.equals(".") || name.equals("..")
                ? List.of(Cause.invalid("metadata.name", "\"" + name + "\"", "may not contain '/' or '%'"))
                : List.of();
    }
}
