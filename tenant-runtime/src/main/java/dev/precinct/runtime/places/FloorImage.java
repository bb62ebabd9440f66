package dev.precinct.runtime.places;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a floor's plan. The array is shared: never write to it. */
@SuppressWarnings("ArrayRecordComponent") // bytes are compared by content below
public record FloorImage(String mediaType, byte[] bytes) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FloorImage(String type, byte[] content)
                && type.equals(mediaType)
                && Arrays.equals(content, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }
}
