package dev.precinct.local.node;

import java.util.List;

/** What an image is on this machine. */
@FunctionalInterface
public interface Programs {
    /**
     * @param image for example {@code precinct/gateway:0.1.0}
     * @return program and first arguments
     * @throws dev.precinct.local.home.UserMustActException when the image is not known here or not built
     */
    List<String> command(String image);
}
