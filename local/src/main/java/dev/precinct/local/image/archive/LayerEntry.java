package dev.precinct.local.image.archive;

import java.nio.file.Path;

/** Something that a layer holds. Its owner is root and its time fixed, so that the same content makes the same layer. */
public sealed interface LayerEntry {

    /** A folder; those on the way to an entry need not be added. */
    record Folder(int mode) implements LayerEntry {}

    /** A copy of a file of this machine. */
    record CopiedFile(Path source, int mode) implements LayerEntry {}

    /** A small file that is made here. */
    record TextFile(String content) implements LayerEntry {}

    /** A symbolic link. */
    record Link(String target) implements LayerEntry {}
}
