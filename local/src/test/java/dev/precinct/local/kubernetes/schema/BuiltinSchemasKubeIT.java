package dev.precinct.local.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BuiltinSchemasKubeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code -Dgenerate=true} writes it. */
    @Test
    void theCommittedSchemasAreThoseOfAServerOfTheirRelease() throws IOException {
        var committed = new CommittedSchemas();
        try (var client = new KubernetesClientBuilder().build()) {
            String release = client.getKubernetesVersion().getGitVersion();
            boolean generate = Boolean.getBoolean("generate");
            if (!generate) {
                assumeThat(release).as("another release has other schemas").isEqualTo(committed.kubernetes());
            }
            Set<String> kinds = committed.kinds();
            String generated = new OpenApiCut(documents(client, kinds)).file(release, kinds);
            if (generate) {
                Files.writeString(CommittedSchemas.FILE, generated);
            }
            assertThat(difference(Files.readString(CommittedSchemas.FILE), generated))
                    .as("run mvn -pl local -am verify -Dskip.kube=false -Dit.test=BuiltinSchemasKubeIT -Dgenerate=true")
                    .isEmpty();
        }
    }

    /** Lines that only one of them has: the whole file would be no message. */
    private static Set<String> difference(String committed, String generated) {
        var one = new TreeSet<>(committed.lines().toList());
        var other = new TreeSet<>(generated.lines().toList());
        var both = new TreeSet<>(one);
        both.retainAll(other);
        one.addAll(other);
        one.removeAll(both);
        return one;
    }

    private static List<JsonNode> documents(KubernetesClient client, Set<String> kinds) throws IOException {
        var paths = new TreeSet<String>();
        for (String kind : kinds) {
            String groupVersion = kind.substring(0, kind.lastIndexOf('/'));
            paths.add((groupVersion.contains("/") ? "/openapi/v3/apis/" : "/openapi/v3/api/") + groupVersion);
        }
        var documents = new ArrayList<JsonNode>();
        for (String path : paths) {
            documents.add(JSON.readTree(client.raw(path)));
        }
        return documents;
    }
}
