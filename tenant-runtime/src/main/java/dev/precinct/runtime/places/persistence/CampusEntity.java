package dev.precinct.runtime.places.persistence;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A campus and its place among the others. */
@Entity
@Table(name = "campus")
public class CampusEntity {
    @Id
    private String id = "";

    private String name = "";
    private int position;
    private String json = "";

    @OneToMany(mappedBy = "campus", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<BuildingEntity> buildings = new ArrayList<>();

    protected CampusEntity() {}

    CampusEntity(String id, String name, int position, String json) {
        this.id = id;
        this.name = name;
        this.position = position;
        this.json = json;
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

    String json() {
        return json;
    }

    List<BuildingEntity> buildings() {
        return buildings;
    }
}
