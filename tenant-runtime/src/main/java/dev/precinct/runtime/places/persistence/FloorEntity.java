package dev.precinct.runtime.places.persistence;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A floor of a building. */
@Entity
@Table(name = "floor")
public class FloorEntity {
    @Id
    private String id = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable BuildingEntity building;

    private String name = "";
    private int position;
    private String json = "";

    @OneToMany(mappedBy = "floor", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<ZoneEntity> zones = new ArrayList<>();

    @OneToMany(mappedBy = "floor", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<AccessPointEntity> accessPoints = new ArrayList<>();

    protected FloorEntity() {}

    FloorEntity(BuildingEntity building, String id, String name, String json) {
        this.building = building;
        this.id = id;
        this.name = name;
        this.position = building.floors().size();
        this.json = json;
        building.floors().add(this);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    int position() {
        return position;
    }

    @Nullable
    BuildingEntity building() {
        return building;
    }

    String json() {
        return json;
    }

    List<ZoneEntity> zones() {
        return zones;
    }

    List<AccessPointEntity> accessPoints() {
        return accessPoints;
    }
}
