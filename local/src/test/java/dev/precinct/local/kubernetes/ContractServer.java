package dev.precinct.local.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server under test, a namespace of one's own on it, and requests as they go over the wire. */
abstract class ContractServer {
    static final String JSON = "application/json";
    static final String MERGE = "application/merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    /** The namespace of the running test. */
    protected String namespace = "";

    /** A client of the server's administrator. */
    abstract KubernetesClient client();

    /** What the server answered. */
    record Reply(int code, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String revision() {
            return text("/metadata/resourceVersion");
        }

        Reply ok() {
            if (code >= 300) {
                throw new AssertionError("refused with " + code + ": " + body);
            }
            return this;
        }
    }

    @BeforeEach
    void createNamespace() {
        namespace = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        post("/api/v1/namespaces", "metadata: {name: " + namespace + "}").ok();
    }

    @AfterEach
    void deleteNamespace() {
        delete("/api/v1/namespaces/" + namespace);
    }

    String configMaps() {
        return "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    String configMap(String name) {
        return configMaps() + "/" + name;
    }

    Reply get(String path) {
        return send("GET", path, JSON, "");
    }

    Reply post(String path, String yaml) {
        return send("POST", path, JSON, toJson(yaml));
    }

    Reply put(String path, JsonNode body) {
        return send("PUT", path, JSON, body.toString());
    }

    Reply delete(String path) {
        return send("DELETE", path, JSON, "");
    }

    Reply patch(String type, String path, String json) {
        return send("PATCH", path, type, json);
    }

    /** Applies YAML in a manager's name. */
    Reply apply(String manager, String path, String yaml) {
        return send("PATCH", path + "?fieldManager=" + manager, APPLY, yaml);
    }

    Reply applyByForce(String manager, String path, String yaml) {
        return send("PATCH", path + "?force=true&fieldManager=" + manager, APPLY, yaml);
    }

    private static String toJson(String yaml) {
        try {
            return YAML.readTree(yaml).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    /** Reads in a form of one's choice. */
    Reply as(String accept, String path) {
        return send("GET", path, JSON, "", "Accept", accept);
    }

    Reply send(String method, String path, String type, String body, String... header) {
        String server = client().getMasterUrl().toString();
        HttpClient http = client().getHttpClient();
        HttpRequest.Builder request = http.newHttpRequestBuilder()
                .uri(server.substring(0, server.length() - 1) + path)
                .method(method, type, body.isEmpty() ? null : body);
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        try {
            HttpResponse<String> response =
                    http.sendAsync(request.build(), String.class).get(1, TimeUnit.MINUTES);
            String text = response.body();
            return new Reply(response.code(), text == null ? MAPPER.createObjectNode() : MAPPER.readTree(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException | TimeoutException | JsonProcessingException e) {
            throw new AssertionError(method + " " + path, e);
        }
    }
}
