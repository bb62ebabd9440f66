package dev.precinct.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precinct.crd.meta.Labels;
import dev.precinct.crd.tenant.v1alpha1.AdministratorSpec;
import dev.precinct.crd.tenant.v1alpha1.CmxSpec;
import dev.precinct.crd.tenant.v1alpha1.DatabaseSpec;
import dev.precinct.crd.tenant.v1alpha1.DisclosureSpec;
import dev.precinct.crd.tenant.v1alpha1.GroupSpec;
import dev.precinct.crd.tenant.v1alpha1.NotificationMode;
import dev.precinct.crd.tenant.v1alpha1.OnDelete;
import dev.precinct.crd.tenant.v1alpha1.PermissionsSpec;
import dev.precinct.crd.tenant.v1alpha1.PollingSpec;
import dev.precinct.crd.tenant.v1alpha1.RoleSpec;
import dev.precinct.crd.tenant.v1alpha1.Tenant;
import dev.precinct.crd.tenant.v1alpha1.TenantSpec;
import dev.precinct.crd.tenant.v1alpha1.UserSpec;
import dev.precinct.local.home.UserMustActException;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tenant {@code acme}: users of each kind, their segments taken from whatever maps are served. */
public final class DemoTenant {
    public static final String NAME = "acme";

    private DemoTenant() {}

    /** The places that the users get. */
    private record Chosen(String campus, String building, String floor, Optional<String> zone) {}

    /**
     * @param places users get the floor where most devices are, so that there is something to see
     * @param cmx the simulator's address
     */
    public static Tenant over(ServedPlaces places, URI cmx) {
        var tenant = new Tenant();
        tenant.setMetadata(new ObjectMetaBuilder()
                .withName(NAME)
                .addToLabels(Labels.DEMO, "true")
                .build());
        tenant.setSpec(new TenantSpec(
                "Acme Campus",
                "UTC",
                null,
                null,
                new CmxSpec(cmx.toString(), "demo-cmx", new PollingSpec("5s"), NotificationMode.ENABLED, null),
                permissions(choose(places)),
                null,
                new DatabaseSpec(null, OnDelete.DELETE),
                null));
        return tenant;
    }

    private static PermissionsSpec permissions(Chosen chosen) {
        var users = new ArrayList<UserSpec>();
        users.add(new UserSpec("ana", "floor-staff", null, List.of(chosen.floor()), "Pseudonymous", null));
        users.add(new UserSpec("ben", null, List.of("building-team"), null, null, null));
        chosen.zone()
                .ifPresent(zone -> users.add(new UserSpec("cleo", "floor-staff", null, List.of(zone), "Full", null)));
        users.add(new UserSpec("dan", "floor-staff", null, List.of(chosen.campus()), "Aggregated", null));
        return new PermissionsSpec(
                List.of(new RoleSpec(
                        "floor-staff", List.of("clients:read", "history:read", "maps:read", "analytics:read"))),
                List.of(new DisclosureSpec(
                        "no-network", List.of("ipAddress", "ssId", "apMacAddress"), List.of("macAddress", "userName"))),
                List.of(new GroupSpec("building-team", "floor-staff", List.of(chosen.building()), "no-network")),
                users,
                new AdministratorSpec("admin", null));
    }

    private static Chosen choose(ServedPlaces places) {
        Chosen busiest = null;
        int most = -1;
        for (JsonNode campus : places.maps().path("campuses")) {
            for (JsonNode building : campus.path("buildingList")) {
                for (JsonNode floor : building.path("floorList")) {
                    int devices = places.devicesByFloor()
                            .getOrDefault(floor.path("aesUidString").asText(), 0);
                    if (devices > most) {
                        most = devices;
                        busiest = chosen(campus, building, floor);
                    }
                }
            }
        }
        if (busiest == null) {
            throw new UserMustActException("the served maps have no floor: a demo tenant needs one");
        }
        return busiest;
    }

    private static Chosen chosen(JsonNode campus, JsonNode building, JsonNode floor) {
        String path = name(campus) + ">" + name(building) + ">" + name(floor);
        return new Chosen(
                name(campus),
                name(campus) + ">" + name(building),
                path,
                firstZone(floor).map(zone -> path + ">" + zone));
    }

    private static Optional<String> firstZone(JsonNode floor) {
        for (JsonNode zone : floor.path("zones")) {
            return Optional.of(name(zone));
        }
        return Optional.empty();
    }

    private static String name(JsonNode node) {
        return node.path("name").asText();
    }
}
