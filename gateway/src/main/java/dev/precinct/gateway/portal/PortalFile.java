package dev.precinct.gateway.portal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to send.
 *
 * @param file what is read: the file or its compressed twin
 * @param name of the file itself, which tells its type and how long it may be kept
 * @param encoding {@code br} or {@code gzip} for a compressed twin
 */
record PortalFile(Path file, String name, @Nullable String encoding) {

    /** Vite puts a hash of the content into the names below assets/: such a file never changes. */
    boolean isImmutable() {
        return name.startsWith("assets/");
    }

    String mediaType() {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> "text/html; charset=utf-8";
            case "js", "mjs" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "json", "map" -> "application/json";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "ico" -> "image/x-icon";
            case "woff2" -> "font/woff2";
            case "woff" -> "font/woff";
            case "webmanifest" -> "application/manifest+json";
            case "txt" -> "text/plain; charset=utf-8";
            case "wasm" -> "application/wasm";
            default -> "application/octet-stream";
        };
    }
}
