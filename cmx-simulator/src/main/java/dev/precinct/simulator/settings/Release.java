package dev.precinct.simulator.settings;

import java.util.Optional;
import java.util.stream.Stream;

/** The release to behave like; later ones know more. */
public enum Release {
    V10_2("10.2", "CISCO_CMX-10.2.3-34.cmx"),
    V10_3("10.3", "CISCO_CMX-10.3.1-35.cmx"),
    V10_4("10.4", "CISCO_CMX-10.4.1-22.cmx"),
    V10_6("10.6", "CISCO_CMX-10.6.2-72.cmx"),
    V11("11", "CISCO_CMX-11.0.1-154.cmx");

    private final String text;
    private final String image;

    Release(String text, String image) {
        this.text = text;
        this.image = image;
    }

    public static Optional<Release> find(String text) {
        return Stream.of(values()).filter(release -> release.text.equals(text)).findFirst();
    }

    public String image() {
        return image;
    }

    /** Zone names end the hierarchy, {@code mapHierarchyDetails} and {@code locComputeType} appear. */
    public boolean namesZones() {
        return compareTo(V10_3) >= 0;
    }

    /** v3 and zone counts exist. */
    public boolean hasVersion3() {
        return compareTo(V10_4) >= 0;
    }

    /** v3 records carry {@code statistics}; v3 filters by {@code floorId}. */
    public boolean enrichesVersion3() {
        return compareTo(V10_6) >= 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
