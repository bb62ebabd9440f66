package dev.precinct.local.image.archive;

import java.nio.file.Path;

/**
 * A layer as a file.
 *
 * @param file a tar, not compressed
 * @param sha256 of its bytes, in hexadecimal
 */
public record Layer(Path file, String sha256) {}
