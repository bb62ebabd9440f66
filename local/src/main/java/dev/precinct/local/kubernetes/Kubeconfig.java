package dev.precinct.local.kubernetes;

import dev.precinct.local.home.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A kubeconfig file for one server and one bearer token.
 *
 * @param authority whom the client trusts, as PEM; empty for a server without TLS
 */
public record Kubeconfig(String url, String token, String authority) {

    static Kubeconfig plain(String url, String token) {
        return new Kubeconfig(url, token, "");
    }

    /** The file's text; it holds the token. */
    public String text() {
        return """
        apiVersion: v1
        kind: Config
        clusters:
        - name: precinct
          cluster:
            server: "%s"%s
        users:
        - name: precinct
          user:
            token: "%s"
        contexts:
        - name: precinct
          context:
            cluster: precinct
            user: precinct
            namespace: default
        current-context: precinct
        """.formatted(url, trust(), token);
    }

    private String trust() {
        byte[] pem = authority.getBytes(StandardCharsets.US_ASCII);
        return authority.isEmpty()
                ? ""
                : "\n    certificate-authority-data: \"" + Base64.getEncoder().encodeToString(pem) + "\"";
    }

    /** Writes the file, readable for its owner only, in one step. */
    public void writeTo(Path file) throws IOException {
        AtomicFile.write(file.toAbsolutePath(), text());
    }

    @Override
    public String toString() {
        return "kubeconfig of " + url;
    }
}
