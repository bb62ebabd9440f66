package dev.precinct.local.kubernetes.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.local.kubernetes.failure.ApiFailure;
import dev.precinct.local.kubernetes.kind.KindCatalog;
import dev.precinct.local.kubernetes.kind.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** OpenAPI v3 of what the catalogue serves now: one document for each group and version. */
public final class OpenApi {
    private final KindCatalog catalog;

    public OpenApi(KindCatalog catalog) {
        this.catalog = catalog;
    }

    /** Which documents there are. Their addresses change with their content, so that clients may keep them. */
    public ObjectNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        ObjectNode paths = index.putObject("paths");
        catalog.byApiVersion().forEach((apiVersion, kinds) -> {
            String place = place(apiVersion);
            String hash = hash(document(apiVersion, kinds));
            paths.putObject(place).put("serverRelativeURL", "/openapi/v3/" + place + "?hash=" + hash);
        });
        return index;
    }

    /** @param place such as {@code api/v1} or {@code apis/apps/v1} */
    public ObjectNode document(String place) {
        String apiVersion = place.startsWith("apis/") ? place.substring("apis/".length()) : place.replace("api/", "");
        List<ResourceKind> kinds = catalog.byApiVersion().get(apiVersion);
        if (kinds == null || !place(apiVersion).equals(place)) {
            throw ApiFailure.noSuchPath();
        }
        return document(apiVersion, kinds);
    }

    private static String place(String apiVersion) {
        return (apiVersion.contains("/") ? "apis/" : "api/") + apiVersion;
    }

    private static ObjectNode document(String apiVersion, List<ResourceKind> kinds) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
        document.putObject("info")
                .put("title", "Precinct's embedded Kubernetes")
                .put("version", apiVersion);
        ObjectNode paths = document.putObject("paths");
        Schemas schemas = new Schemas(document.putObject("components").putObject("schemas"));
        kinds.forEach(kind -> Operations.add(paths, "/" + place(apiVersion), kind, schemas.add(kind)));
        return document;
    }

    private static String hash(ObjectNode document) {
        try {
            byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
