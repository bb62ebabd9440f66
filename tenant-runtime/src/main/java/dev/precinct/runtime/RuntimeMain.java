package dev.precinct.runtime;

import dev.precinct.runtime.platform.config.InvalidSettingsException;
import dev.precinct.runtime.platform.config.RuntimeSettings;
import dev.precinct.runtime.platform.health.HealthServer;
import io.helidon.microprofile.server.Server;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the runtime of one tenant from nothing but its environment. */
public final class RuntimeMain {
    private static final int BAD_SETTINGS = 2;
    private static final Duration AFTER_START = Duration.ofSeconds(30);

    private RuntimeMain() {}

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var log = LoggerFactory.getLogger(RuntimeMain.class);
        try {
            start(RuntimeSettings.from(System.getenv()), log);
        } catch (InvalidSettingsException e) {
            e.problems().forEach(log::error);
            System.exit(BAD_SETTINGS);
        }
    }

    private static void start(RuntimeSettings settings, Logger log) {
        var server = Server.builder().port(settings.ports().http()).build().start();
        CDI.current().select(HealthServer.class).get().ready();
        log.info(
                "runtime of {} on port {}, {} ms after the start of the process",
                settings.tenant().name(),
                server.port(),
                ManagementFactory.getRuntimeMXBean().getUptime());
        Thread.ofVirtual().name("after start").start(RuntimeMain::giveBack);
    }

    /** An idle tenant may not collect again for an hour: what only the start needed would stay resident. */
    private static void giveBack() {
        try {
            Thread.sleep(AFTER_START);
            System.gc();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
