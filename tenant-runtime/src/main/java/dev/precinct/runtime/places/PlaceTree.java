package dev.precinct.runtime.places;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All places at one map sync. Never changes: the next sync that finds a difference makes another tree with a higher revision. */
public final class PlaceTree {
    private final long revision;
    private final Instant syncedAt;
    private final long cmxVersion;
    private final List<Campus> campuses;
    private final Map<CampusId, Campus> campusById = new HashMap<>();
    private final Map<BuildingId, Building> buildingById = new HashMap<>();
    private final Map<FloorId, PlacePath> pathByFloor = new LinkedHashMap<>();
    private final Map<ZoneId, FloorId> floorByZone = new HashMap<>();

    /** @param cmxVersion the {@code version} of CMX's tree */
    public PlaceTree(long revision, Instant syncedAt, long cmxVersion, List<Campus> campuses) {
        this.revision = revision;
        this.syncedAt = syncedAt;
        this.cmxVersion = cmxVersion;
        this.campuses = List.copyOf(campuses);
        for (var campus : campuses) {
            campusById.put(campus.id(), campus);
            for (var building : campus.buildings()) {
                buildingById.put(building.id(), building);
                for (var floor : building.floors()) {
                    pathByFloor.put(floor.id(), new PlacePath(campus, building, floor));
                    floor.zones().forEach(zone -> floorByZone.put(zone.id(), floor.id()));
                }
            }
        }
    }

    public long revision() {
        return revision;
    }

    public Instant syncedAt() {
        return syncedAt;
    }

    public long cmxVersion() {
        return cmxVersion;
    }

    /** In CMX's order. */
    public List<Campus> campuses() {
        return campuses;
    }

    public Optional<Campus> campus(CampusId id) {
        return Optional.ofNullable(campusById.get(id));
    }

    public Optional<Building> building(BuildingId id) {
        return Optional.ofNullable(buildingById.get(id));
    }

    public Optional<Floor> floor(FloorId id) {
        return path(id).map(PlacePath::floor);
    }

    /** The floor with the building and campus that it stands in. */
    public Optional<PlacePath> path(FloorId id) {
        return Optional.ofNullable(pathByFloor.get(id));
    }

    /** Every floor with its building and campus, in CMX's order. */
    public Collection<PlacePath> paths() {
        return List.copyOf(pathByFloor.values());
    }

    public Optional<FloorId> floorOf(ZoneId id) {
        return Optional.ofNullable(floorByZone.get(id));
    }

    public Optional<Zone> zone(ZoneId id) {
        return floorOf(id)
                .flatMap(this::floor)
                .flatMap(floor -> floor.zones().stream()
                        .filter(zone -> zone.id().equals(id))
                        .findFirst());
    }

    @Override
    public String toString() {
        return "places revision " + revision + ", " + pathByFloor.size() + " floors";
    }
}
