package dev.precinct.local.image.base;

import dev.precinct.local.home.UserMustActException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's libraries that programs need: for a Java runtime the C library and its loader, as a rule nothing else. */
public final class NativeLibraries {
    private static final Pattern FOUND = Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)$");
    private static final Pattern MISSING = Pattern.compile("^\\s+(\\S+) => not found$");

    private NativeLibraries() {}

    /**
     * @param runtime a folder with programs in {@code bin}, and libraries of their own
     * @return the files by the path under which the loader looks for them
     */
    public static SortedSet<Path> of(Path runtime) throws IOException {
        return of(runtime, binaries(runtime));
    }

    /** Of the programs alone: a server has modules, for Perl and such, that nobody loads where the language is not. */
    public static SortedSet<Path> ofPrograms(Path runtime) throws IOException {
        try (Stream<Path> programs = Files.list(runtime.resolve("bin"))) {
            return of(runtime, programs.sorted().toList());
        }
    }

    private static SortedSet<Path> of(Path runtime, List<Path> own) throws IOException {
        var command = new ArrayList<String>(List.of("ldd"));
        own.forEach(file -> command.add(file.toString()));
        return outside(Tool.run(command), runtime, own);
    }

    private static List<Path> binaries(Path runtime) throws IOException {
        try (Stream<Path> files = Files.walk(runtime)) {
            return files.filter(file -> file.toString().endsWith(".so")
                            || (file.startsWith(runtime.resolve("bin")) && Files.isRegularFile(file))
                            || file.endsWith("lib/jspawnhelper"))
                    .sorted()
                    .toList();
        }
    }

    /** What {@code ldd} said, without the runtime's own libraries: those find each other by where they are. */
    static SortedSet<Path> outside(String said, Path runtime, List<Path> own) {
        var found = new TreeSet<Path>();
        for (String line : said.lines().toList()) {
            Matcher library = FOUND.matcher(line);
            Matcher missing = MISSING.matcher(line);
            if (library.matches()) {
                Path path = Path.of(library.group(1)).normalize();
                if (!path.startsWith(runtime)) {
                    found.add(path);
                }
            } else if (missing.matches() && own.stream().noneMatch(file -> file.endsWith(missing.group(1)))) {
                throw new UserMustActException("the image needs the library " + missing.group(1)
                        + ", which is not on this machine: install it, or name another base image with --base");
            }
        }
        return found;
    }
}
