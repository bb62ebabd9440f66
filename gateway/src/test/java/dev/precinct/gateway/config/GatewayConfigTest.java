package dev.precinct.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {
    private static final Map<String, String> NEEDED = Map.of(
            "PRECINCT_BASE_DOMAIN", "Precinct.Example",
            "PRECINCT_REDIS_URL", "redis://cache:6379",
            "PRECINCT_REDIS_CREDENTIALS", "/etc/redis",
            "PRECINCT_SIGNING_KEY", "/etc/key/private.jwk",
            "PRECINCT_PORTAL", "/portal");

    @Test
    void whatIsNotSetHasTheDefaultsOfTheContract() {
        var config = GatewayConfig.from(NEEDED);
        assertThat(config.listener()).isEqualTo(new ListenerSettings(8080, 8081, null));
        assertThat(config.publicScheme()).isEqualTo(GatewayConfig.PublicScheme.HTTP);
        assertThat(config.runtimes()).isEqualTo(new RuntimeSettings(null, 256, 1024, HoldLimits.USUAL));
        assertThat(config.baseDomain()).as("hosts are compared in lower case").isEqualTo("precinct.example");
    }

    @Test
    void everySettingIsRead() {
        var all = new HashMap<>(NEEDED);
        all.put("PRECINCT_HTTP_PORT", "1");
        all.put("PRECINCT_HEALTH_PORT", "2");
        all.put("PRECINCT_TLS", "/tls");
        all.put("PRECINCT_PUBLIC_SCHEME", "https");
        all.put("PRECINCT_LOCAL_ADDRESSES", "/addresses");
        all.put("PRECINCT_RUNTIME_REQUESTS", "3");
        all.put("PRECINCT_RUNTIME_STREAMS", "4");
        var config = GatewayConfig.from(all);
        assertThat(config.listener()).isEqualTo(new ListenerSettings(1, 2, Path.of("/tls")));
        assertThat(config.publicScheme()).isEqualTo(GatewayConfig.PublicScheme.HTTPS);
        assertThat(config.redis().url()).hasToString("redis://cache:6379");
        assertThat(config.redis().credentials()).isEqualTo(Path.of("/etc/redis"));
        assertThat(config.signingKey()).isEqualTo(Path.of("/etc/key/private.jwk"));
        assertThat(config.portal()).isEqualTo(Path.of("/portal"));
        assertThat(config.runtimes()).isEqualTo(new RuntimeSettings(Path.of("/addresses"), 3, 4, HoldLimits.USUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRECINCT_BASE_DOMAIN",
                "PRECINCT_REDIS_URL",
                "PRECINCT_REDIS_CREDENTIALS",
                "PRECINCT_SIGNING_KEY",
                "PRECINCT_PORTAL"
            })
    void aMissingSettingIsNamed(String name) {
        var without = new HashMap<>(NEEDED);
        without.remove(name);
        assertThatThrownBy(() -> GatewayConfig.from(without))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "PRECINCT_HTTP_PORT,x",
        "PRECINCT_HEALTH_PORT,70000",
        "PRECINCT_PUBLIC_SCHEME,ftp",
        "PRECINCT_TLS,/tls-with-public-scheme-http",
        "PRECINCT_RUNTIME_REQUESTS,0",
        "PRECINCT_RUNTIME_STREAMS,many",
        "PRECINCT_PUBLIC_SHEME,https",
        "PRECINCT_REDIS_URL,http://cache:1",
        "PRECINCT_REDIS_URL,rediss://cache",
        "PRECINCT_REDIS_URL,redis://cache"
    })
    void aWrongSettingIsNamed(String name, String value) {
        var wrong = new HashMap<>(NEEDED);
        wrong.put(name, value);
        assertThatThrownBy(() -> GatewayConfig.from(wrong))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(name);
    }
}
