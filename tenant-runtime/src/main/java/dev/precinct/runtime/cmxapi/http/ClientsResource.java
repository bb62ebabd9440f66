package dev.precinct.runtime.cmxapi.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precinct.runtime.access.disclosure.SmallCounts;
import dev.precinct.runtime.access.http.Caller;
import dev.precinct.runtime.cmxapi.clients.ClientAnswer;
import dev.precinct.runtime.cmxapi.clients.ClientQuery;
import dev.precinct.runtime.cmxapi.clients.Clients;
import dev.precinct.runtime.cmxapi.clients.Viewers;
import dev.precinct.runtime.edge.HoldsCmxData;
import dev.precinct.runtime.edge.RawQuery;
import dev.precinct.runtime.location.Feed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code location} v1, v2 and v3: clients, single clients and counts. */
@Path("/api/location")
@Produces(MediaType.APPLICATION_JSON)
@HoldsCmxData
@ApplicationScoped
public class ClientsResource {
    private final Viewers viewers;
    private final Feed feed;

    @Inject
    public ClientsResource(Viewers viewers, Feed feed) {
        this.viewers = viewers;
        this.feed = feed;
    }

    @GET
    @Path("v1/clients")
    public Response listV1(@Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        return caller.disclosure().aggregated()
                ? CmxResponses.countsOnly()
                : CmxResponses.list(of(caller).page(ClientQuery.lenient(CmxResponses.query(request))));
    }

    @GET
    @Path("v1/clients/{mac}")
    public Response singleV1(@Context ContainerRequestContext request, @PathParam("mac") String mac) {
        Caller caller = Caller.of(request);
        return caller.disclosure().aggregated()
                ? CmxResponses.countsOnly()
                : of(caller).single(mac).map(CmxResponses::list).orElseGet(CmxResponses::notFound);
    }

    @GET
    @Path("v1/clients/count")
    public Response countV1(@Context ContainerRequestContext request) {
        return count(request);
    }

    /** Nothing found is 204 without a body, as CMX has it. */
    @GET
    @Path("v2/clients")
    public Response listV2(@Context ContainerRequestContext request) {
        Caller caller = Caller.of(request);
        if (caller.disclosure().aggregated()) {
            return CmxResponses.countsOnly();
        }
        ClientAnswer answer = of(caller).page(ClientQuery.lenient(CmxResponses.query(request)));
        return answer.isEmpty() ? Response.noContent().build() : CmxResponses.list(answer);
    }

    @GET
    @Path("v2/clients/count")
    public Response countV2(@Context ContainerRequestContext request) {
        return count(request);
    }

    @GET
    @Path("v3/clients")
    public Response listV3(@Context ContainerRequestContext request) {
        ClientQuery query = ClientQuery.strict(CmxResponses.query(request));
        Caller caller = Caller.of(request);
        return caller.disclosure().aggregated()
                ? CmxResponses.countsOnly()
                : CmxResponses.list(of(caller).updates(query));
    }

    @GET
    @Path("v3/clients/count")
    public Response countV3(@Context ContainerRequestContext request) {
        ClientQuery query = ClientQuery.strict(CmxResponses.query(request));
        Caller caller = Caller.of(request);
        if (caller.disclosure().aggregated() && query.aboutDevices()) {
            return CmxResponses.countsOnly();
        }
        Clients.Count count = of(caller).count(query);
        if (SmallCounts.suppressed(caller.disclosure(), count.total())) {
            return CmxResponses.tooFewToTell();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("totalCount", count.total());
        if (SmallCounts.suppressed(caller.disclosure(), count.total(), count.probing())) {
            node.putNull("associatedCount").putNull("probingCount");
        } else {
            node.put("associatedCount", count.associated()).put("probingCount", count.probing());
        }
        return CmxResponses.json(node);
    }

    private Response count(ContainerRequestContext request) {
        RawQuery text = CmxResponses.query(request);
        ClientQuery query = ClientQuery.lenient(text);
        Caller caller = Caller.of(request);
        if (caller.disclosure().aggregated() && query.aboutDevices()) {
            return CmxResponses.countsOnly();
        }
        int total = of(caller).count(query).total();
        if (SmallCounts.suppressed(caller.disclosure(), total)) {
            return CmxResponses.tooFewToTell();
        }
        return CmxResponses.json(JsonNodeFactory.instance
                .objectNode()
                .put("count", total)
                .put("deviceType", "Wireless_Client")
                .put("deviceQueryString", text.text().isEmpty() ? null : text.text()));
    }

    private Clients of(Caller caller) {
        return new Clients(viewers.of(caller.scope(), caller.disclosure()), feed.applianceNow());
    }
}
