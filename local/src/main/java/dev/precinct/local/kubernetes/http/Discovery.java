package dev.precinct.local.kubernetes.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells clients what is served. */
final class Discovery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALL_VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> PART_VERBS = List.of("get", "patch", "update");
    private final KindCatalog catalog;

    Discovery(KindCatalog catalog) {
        this.catalog = catalog;
    }

    ObjectNode version() {
        return JSON.createObjectNode()
                .put("major", "1")
                .put("minor", "36")
                .put("gitVersion", "v1.36.0+precinct.embedded")
                .put("gitCommit", "")
                .put("gitTreeState", "")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "")
                .put("compiler", "")
                .put("platform", "java");
    }

    ObjectNode core() {
        ObjectNode versions = JSON.createObjectNode().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    ObjectNode groups() {
        ObjectNode list = JSON.createObjectNode().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        versionsByGroup().forEach((name, versions) -> groups.add(describe(name, versions)));
        return list;
    }

    ObjectNode group(String name) {
        List<String> versions = versionsByGroup().get(name);
        if (versions == null) {
            throw ApiFailure.noSuchPath();
        }
        return describe(name, versions).put("kind", "APIGroup").put("apiVersion", "v1");
    }

    private Map<String, List<String>> versionsByGroup() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (ResourceKind kind : catalog.all()) {
            if (!kind.group().isEmpty()) {
                List<String> versions = groups.computeIfAbsent(kind.group(), g -> new ArrayList<>());
                if (!versions.contains(kind.version())) {
                    versions.add(kind.version());
                }
            }
        }
        return groups;
    }

    private static ObjectNode describe(String name, List<String> names) {
        ObjectNode group = JSON.createObjectNode().put("name", name);
        ArrayNode versions = group.putArray("versions");
        names.forEach(v -> versions.add(version(name, v)));
        group.set("preferredVersion", version(name, names.getFirst()));
        return group;
    }

    private static ObjectNode version(String group, String version) {
        return JSON.createObjectNode()
                .put("groupVersion", group + "/" + version)
                .put("version", version);
    }

    ObjectNode resources(String apiVersion) {
        List<ResourceKind> kinds = catalog.byApiVersion().get(apiVersion);
        if (kinds == null) {
            throw ApiFailure.noSuchPath();
        }
        ObjectNode list = JSON.createObjectNode().put("kind", "APIResourceList").put("apiVersion", "v1");
        list.put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (ResourceKind kind : kinds) {
            describe(resources.addObject(), kind);
            if (kind.traits().statusApart()) {
                part(resources.addObject(), kind, "status", kind.names().kind());
            }
            if (kind.traits().scale().isPresent()) {
                part(resources.addObject().put("group", "autoscaling").put("version", "v1"), kind, "scale", "Scale");
            }
            if (kind.is("", "ServiceAccount")) {
                ObjectNode token = resources
                        .addObject()
                        .put("group", "authentication.k8s.io")
                        .put("version", "v1");
                part(token, kind, "token", "TokenRequest");
                token.putArray("verbs").add("create");
            }
        }
        return list;
    }

    private static void describe(ObjectNode resource, ResourceKind kind) {
        resource.put("name", kind.names().plural())
                .put("singularName", kind.names().singular())
                .put("namespaced", kind.namespaced())
                .put("kind", kind.names().kind());
        ArrayNode verbs = resource.putArray("verbs");
        ALL_VERBS.forEach(verbs::add);
        if (!kind.names().shortNames().isEmpty()) {
            kind.names().shortNames().forEach(resource.putArray("shortNames")::add);
        }
        if (!kind.names().categories().isEmpty()) {
            kind.names().categories().forEach(resource.putArray("categories")::add);
        }
    }

    private static void part(ObjectNode resource, ResourceKind kind, String part, String partKind) {
        resource.put("name", kind.names().plural() + "/" + part)
                .put("singularName", "")
                .put("namespaced", kind.namespaced())
                .put("kind", partKind);
        PART_VERBS.forEach(resource.putArray("verbs")::add);
    }
}
