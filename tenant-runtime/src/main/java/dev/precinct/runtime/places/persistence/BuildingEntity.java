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

/** A building of a campus. */
@Entity
@Table(name = "building")
public class BuildingEntity {
    @Id
    private String id = "";

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable CampusEntity campus;

    private String name = "";
    private int position;
    private String json = "";

    @OneToMany(mappedBy = "building", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<FloorEntity> floors = new ArrayList<>();

    protected BuildingEntity() {}

    BuildingEntity(CampusEntity campus, String id, String name, String json) {
        this.campus = campus;
        this.id = id;
        this.name = name;
        this.position = campus.buildings().size();
        this.json = json;
        campus.buildings().add(this);
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
    CampusEntity campus() {
        return campus;
    }

    String json() {
        return json;
    }

    List<FloorEntity> floors() {
        return floors;
    }
}
