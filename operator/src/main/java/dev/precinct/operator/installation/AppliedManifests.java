package dev.precinct.operator.installation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Applies files. A definition that was installed a moment ago takes a moment until the API server serves it. */
final class AppliedManifests {
    private static final String MANAGER = "precinct-installation";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KubernetesClient client;
    private final Clock clock;

    AppliedManifests(KubernetesClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * @param untilKnown how long a kind may stay unknown
     * @return a line for each object
     */
    List<String> apply(Path file, Duration untilKnown) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        try (InputStream in = Files.newInputStream(file)) {
            for (HasMetadata object : client.load(in).items()) {
                apply(object, clock.instant().plus(untilKnown));
                lines.add(object.getKind() + " " + object.getMetadata().getName() + " applied");
            }
        }
        return lines;
    }

    private void apply(HasMetadata object, Instant deadline) throws InterruptedException {
        var context = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(MANAGER)
                .withForce(true)
                .build();
        while (true) {
            try {
                client.resource(object).patch(context);
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND
                        || clock.instant().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }
}
