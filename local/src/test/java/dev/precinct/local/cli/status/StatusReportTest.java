package dev.precinct.local.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People script against this JSON: the names are a promise. */
class StatusReportTest {
    @Test
    void theJsonOfStatusIsAContract() throws JsonProcessingException {
        var report = new StatusReport(
                "http://acme.localhost:8080/",
                new StatusReport.Simulator("http://127.0.0.1:8081", "precinct", "secret"),
                new StatusReport.Kubernetes("embedded", null),
                List.of(new StatusReport.Unit("acme/runtime", 42L, "running", 1, 230)),
                List.of(new StatusReport.TenantReport(
                        "acme",
                        "Ready",
                        "Awake",
                        "http://acme.localhost:8080",
                        List.of(new StatusReport.User(
                                "ana", "pw", List.of("Campus>Building>Floor"), "Pseudonymous")))));

        assertThat(new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(report)))
                .isEqualTo(new ObjectMapper().readTree("""
                        {
                          "portal": "http://acme.localhost:8080/",
                          "simulator": {"url": "http://127.0.0.1:8081", "username": "precinct", "password": "secret"},
                          "kubernetes": {"kind": "embedded", "kubeconfig": null},
                          "units": [{"name": "acme/runtime", "pid": 42, "state": "running", "restarts": 1, "memoryMiB": 230}],
                          "tenants": [{
                            "name": "acme", "phase": "Ready", "runtime": "Awake", "url": "http://acme.localhost:8080",
                            "users": [{"name": "ana", "password": "pw", "segments": ["Campus>Building>Floor"], "disclosure": "Pseudonymous"}]
                          }]
                        }
                        """));
    }
}
