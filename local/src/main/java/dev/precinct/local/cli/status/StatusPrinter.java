package dev.precinct.local.cli.status;

import java.io.PrintStream;
import java.util.Locale;

/** Status for people: one screen. */
public final class StatusPrinter {
    private final PrintStream out;

    public StatusPrinter(PrintStream out) {
        this.out = out;
    }

    public void print(StatusReport report) {
        if (report.units().isEmpty()) {
            out.println("Nothing runs here. ./precinct up starts it.");
            return;
        }
        out.printf("%-24s %-9s %8s %9s %8s%n", "UNIT", "STATE", "PID", "RESTARTS", "MEMORY");
        for (var unit : report.units()) {
            String pid = unit.pid() == null ? "-" : unit.pid().toString();
            out.printf(
                    Locale.ROOT,
                    "%-24s %-9s %8s %9d %4d MiB%n",
                    unit.name(),
                    unit.state(),
                    pid,
                    unit.restarts(),
                    unit.memoryMiB());
        }
        out.println();
        printTenants(report);
        printSimulator(report);
    }

    public void printWelcome(StatusReport report) {
        out.println("Portal     " + report.portal());
        out.println();
        printTenants(report);
        printSimulator(report);
        out.println("Stop       ./precinct down     (again: ./precinct up; forget everything: ./precinct reset)");
    }

    private void printSimulator(StatusReport report) {
        var simulator = report.simulator();
        out.printf("Simulator  %s  (%s / %s)%n", simulator.url(), simulator.username(), simulator.password());
    }

    private void printTenants(StatusReport report) {
        for (var tenant : report.tenants()) {
            boolean sleeps = tenant.runtime() != null && !tenant.runtime().equals("Awake");
            out.printf(
                    "Tenant %s  %s%s  %s%n",
                    tenant.name(),
                    tenant.phase(),
                    sleeps ? " (" + tenant.runtime() + ")" : "",
                    tenant.url() == null ? "" : tenant.url());
            for (var user : tenant.users()) {
                String sees = user.segments().equals(java.util.List.of("*"))
                        ? "everything"
                        : String.join(", ", user.segments());
                out.printf("  %-8s %-26s %-14s sees %s%n", user.name(), user.password(), user.disclosure(), sees);
            }
        }
        out.println();
    }
}
