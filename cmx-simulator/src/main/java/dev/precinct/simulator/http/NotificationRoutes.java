package dev.precinct.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.precinct.simulator.notification.BadSubscriptionException;
import dev.precinct.simulator.notification.Pusher;
import dev.precinct.simulator.notification.Subscription;
import dev.precinct.simulator.notification.Subscriptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Subscriptions: put one or several, list, get, delete. */
final class NotificationRoutes {
    private static final String PATH = "/api/config/v1/notifications";

    private final Subscriptions subscriptions;
    private final Pusher pusher;
    private final String userId;

    NotificationRoutes(Subscriptions subscriptions, Pusher pusher, String userId) {
        this.subscriptions = subscriptions;
        this.pusher = pusher;
        this.userId = userId;
    }

    List<Route> routes() {
        return List.of(
                new Route("PUT", "/api/config/v1/notification", Access.APPLIANCE, this::put),
                new Route("PUT", PATH, Access.APPLIANCE, this::put),
                Route.get(PATH, Access.APPLIANCE, this::list),
                Route.get(PATH + "/{name}", Access.APPLIANCE, this::one),
                new Route("DELETE", PATH + "/{name}", Access.APPLIANCE, this::delete),
                Route.get("/simulator/pushes", Access.LOOPBACK, this::totals));
    }

    /** One subscription or an array of them, in either path; all are read before the first is kept. */
    private void put(Exchange exchange) throws IOException {
        var body = exchange.body();
        if (body == null) {
            exchange.error(400, "the body is not JSON");
            return;
        }
        try {
            var read = new ArrayList<Subscription>();
            Iterable<JsonNode> given = body.isArray() ? body : List.of(body);
            for (var each : given) {
                read.add(Subscription.read(each, userId));
            }
            read.forEach(subscriptions::put);
            exchange.empty(201);
        } catch (BadSubscriptionException e) {
            exchange.error(400, String.valueOf(e.getMessage()));
        }
    }

    private void list(Exchange exchange) throws IOException {
        var all = JsonNodeFactory.instance.arrayNode();
        subscriptions.all().forEach(subscription -> all.add(subscription.source()));
        exchange.json(200, all);
    }

    private void one(Exchange exchange) throws IOException {
        var found = subscriptions.find(exchange.path("name"));
        if (found == null) {
            exchange.error(404, "Not found");
        } else {
            exchange.json(200, found.source());
        }
    }

    private void delete(Exchange exchange) throws IOException {
        if (subscriptions.remove(exchange.path("name"))) {
            exchange.empty(200);
        } else {
            exchange.error(404, "Not found");
        }
    }

    private void totals(Exchange exchange) throws IOException {
        var totals = pusher.totals();
        exchange.json(
                200,
                Json.object()
                        .put("sent", totals.sent())
                        .put("failed", totals.failed())
                        .put("dropped", totals.dropped()));
    }
}
