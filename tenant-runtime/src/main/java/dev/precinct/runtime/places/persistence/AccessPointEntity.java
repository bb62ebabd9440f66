package dev.precinct.runtime.places.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An access point of a floor. CMX gives them no id that is always there, so the row has one of its own. */
@Entity
@Table(name = "access_point")
public class AccessPointEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable FloorEntity floor;

    private String name = "";
    private String mac = "";
    private int position;
    private String json = "";

    protected AccessPointEntity() {}

    AccessPointEntity(FloorEntity floor, String name, String mac, String json) {
        this.floor = floor;
        this.name = name;
        this.mac = mac;
        this.position = floor.accessPoints().size();
        this.json = json;
        floor.accessPoints().add(this);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String mac() {
        return mac;
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
