package dev.precinct.local.image.base;

import dev.precinct.local.image.archive.LayerEntry;
import dev.precinct.local.image.archive.LayerTar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What programs look for on a Linux: users, how names are resolved, time zones, whom TLS trusts, a place for temporary files. */
public final class SystemFiles {
    private static final String PASSWD = """
            root:x:0:0:root:/root:/sbin/nologin
            precinct:x:%1$d:%1$d:precinct:/tmp:/sbin/nologin
            """;
    private static final String GROUP = """
            root:x:0:
            precinct:x:%d:
            """;
    private static final String NAMES = """
            passwd: files
            group: files
            hosts: files dns
            """;
    private static final int ANYBODY_BUT_OWN_FILES_ONLY = 01777;
    private static final Path ZONES = Path.of("/usr/share/zoneinfo");

    /** The same zones again, once with leap seconds; and what only the tools that make zones read. */
    private static final Set<String> ZONES_LEFT_OUT =
            Set.of("posix", "right", "tzdata.zi", "leap-seconds.list", "leapseconds", "posixrules", "localtime");

    private static final List<Path> TRUSTED = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"));

    private SystemFiles() {}

    /** @param user of the image, whom programs may look up by his number */
    public static void addTo(LayerTar layer, int user) throws IOException {
        layer.add("etc/passwd", new LayerEntry.TextFile(PASSWD.formatted(user)))
                .add("etc/group", new LayerEntry.TextFile(GROUP.formatted(user)))
                .add("etc/nsswitch.conf", new LayerEntry.TextFile(NAMES))
                .add("tmp", new LayerEntry.Folder(ANYBODY_BUT_OWN_FILES_ONLY));
        var trusted = TRUSTED.stream().filter(Files::isReadable).findFirst();
        if (trusted.isPresent()) {
            layer.addFile("etc/ssl/certs/ca-certificates.crt", trusted.get());
        }
        addZones(layer);
    }

    /** Java has zones and trusted certificates of its own; these are for what is not Java. */
    private static void addZones(LayerTar layer) throws IOException {
        if (!Files.isDirectory(ZONES)) {
            return;
        }
        try (Stream<Path> inside = Files.list(ZONES)) {
            for (Path each : inside.sorted().toList()) {
                String name = each.getFileName().toString();
                if (ZONES_LEFT_OUT.contains(name)) {
                    continue;
                }
                String path = "usr/share/zoneinfo/" + name;
                if (Files.isDirectory(each)) {
                    layer.addTree(path, each);
                } else {
                    layer.addFile(path, each);
                }
            }
        }
    }
}
