package dev.precinct.e2e.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Java modules of the checkout: their compiled classes and their sources. */
final class Modules {
    /** Root package of each module. */
    static final Map<String, String> ROOTS = new TreeMap<>(Map.of(
            "crds", "dev.precinct.crd",
            "tenancy", "dev.precinct.tenancy",
            "operator", "dev.precinct.operator",
            "gateway", "dev.precinct.gateway",
            "tenant-runtime", "dev.precinct.runtime",
            "cmx-simulator", "dev.precinct.simulator",
            "local", "dev.precinct.local"));

    private static final Path ROOT = Path.of("..");

    private Modules() {}

    static JavaClasses classes(String module) {
        return new ClassFileImporter().importPath(ROOT.resolve(module).resolve("target/classes"));
    }

    static JavaClasses allClasses() {
        return new ClassFileImporter()
                .importPaths(ROOTS.keySet().stream()
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .toList());
    }

    /** Java files below {@code src/main/java} of every module, or below {@code src/test/java}. */
    static List<Path> sources(String tree) throws IOException {
        var all = new java.util.ArrayList<Path>();
        for (String module : ROOTS.keySet()) {
            Path folder = ROOT.resolve(module).resolve("src").resolve(tree).resolve("java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        return all;
    }
}
