package dev.precinct.local.image.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One image of an archive, as {@code manifest.json} names its parts.
 *
 * @param config file that says how the image is run
 * @param tags names with version
 * @param layers files, the lowest first
 */
public record ImageManifest(
        @JsonProperty("Config") String config,
        @JsonProperty("RepoTags") List<String> tags,
        @JsonProperty("Layers") List<String> layers) {
    static final String FILE = "manifest.json";
}
