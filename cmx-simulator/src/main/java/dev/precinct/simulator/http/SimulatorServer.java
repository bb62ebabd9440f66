package dev.precinct.simulator.http;

import dev.precinct.simulator.device.LiveView;
import dev.precinct.simulator.device.PlacedDevices;
import dev.precinct.simulator.device.SimulationClock;
import dev.precinct.simulator.drawing.FloorImages;
import dev.precinct.simulator.fault.Faults;
import dev.precinct.simulator.notification.Pusher;
import dev.precinct.simulator.notification.Subscriptions;
import dev.precinct.simulator.place.LiveVenue;
import dev.precinct.simulator.rawhttp.RepairingSelector;
import dev.precinct.simulator.settings.Behaviour;
import io.helidon.webserver.WebServer;
import java.util.ArrayList;
import java.util.List;

/** The running program: everything served on one port. */
public final class SimulatorServer implements AutoCloseable {
    private final WebServer server;
    private final Pusher pusher;
    private final List<Route> routes;

    private SimulatorServer(WebServer server, Pusher pusher, List<Route> routes) {
        this.server = server;
        this.pusher = pusher;
        this.routes = routes;
    }

    /** What there is to serve. */
    public record Content(
            PlacedDevices world, LiveVenue venue, SimulationClock clock, FloorImages images, Faults faults) {}

    /** Starts on {@code port}, or on a free one for 0. */
    public static SimulatorServer start(int port, Content content, Behaviour behaviour, Accounts accounts) {
        var counts = new RequestCounts();
        var subscriptions = new Subscriptions();
        var pusher = new Pusher(content.world(), content.clock(), content.venue(), subscriptions, behaviour).start();
        var notifications = new NotificationRoutes(
                subscriptions, pusher, accounts.appliance().username());
        var table = new RouteTable(routes(content, behaviour, counts, notifications));
        var dispatcher = new Dispatcher(table, accounts, content.faults(), behaviour, counts);
        var server = WebServer.builder()
                .port(port)
                .host("0.0.0.0")
                // An answer in pieces must not wait 40 ms for the client to acknowledge the one before.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .connectionSelectors(List.of(new RepairingSelector()))
                .protocolsDiscoverServices(false)
                .shutdownHook(false)
                .routing(routing -> routing.any("/*", dispatcher).any(dispatcher))
                .build()
                .start();
        return new SimulatorServer(server, pusher, table.routes());
    }

    private static List<Route> routes(
            Content content, Behaviour behaviour, RequestCounts counts, NotificationRoutes notifications) {
        var live = new LiveView(content.world(), content.clock());
        var simulation =
                new ControlRoutes.Simulation(live, content.venue(), content.world(), content.clock(), content.faults());
        var routes = new ArrayList<Route>();
        routes.addAll(new LocationRoutes(live, content.venue(), behaviour).routes());
        routes.addAll(new Version3Routes(live, content.venue(), behaviour).routes());
        routes.addAll(new HistoryRoutes(content.world(), content.clock(), content.venue(), behaviour).routes());
        routes.addAll(new MapRoutes(content.venue(), content.images()).routes());
        routes.addAll(new ZoneRoutes(live, content.venue(), behaviour).routes());
        routes.addAll(new ProgramRoutes(behaviour.release()).routes());
        routes.addAll(new ControlRoutes(simulation, counts).routes());
        routes.addAll(notifications.routes());
        return routes;
    }

    List<Route> routes() {
        return routes;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        pusher.close();
    }
}
