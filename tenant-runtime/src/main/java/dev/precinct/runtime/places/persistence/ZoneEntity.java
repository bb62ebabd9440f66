package dev.precinct.runtime.places.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A zone of a floor. */
@Entity
@Table(name = "zone")
public class ZoneEntity {
    @Id
    private String id = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable FloorEntity floor;

    private String name = "";
    private int position;
    private String json = "";

    protected ZoneEntity() {}

    ZoneEntity(FloorEntity floor, String id, String name, String json) {
        this.floor = floor;
        this.id = id;
        this.name = name;
        this.position = floor.zones().size();
        this.json = json;
        floor.zones().add(this);
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
    FloorEntity floor() {
        return floor;
    }

    String json() {
        return json;
    }
}
