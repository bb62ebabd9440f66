package dev.precinct.tenancy.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds settings that nobody reads. Mostly they are misspelt, and a default would stand in for them without a word. */
public final class UnknownSettings {
    private static final String OURS = "PRECINCT_";

    /** What Kubernetes tells a pod of the Services beside it: one of them may be called {@code precinct-something}. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile(".*(_SERVICE_HOST|_SERVICE_PORT(_.*)?|_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

    private static final Pattern ADDRESS_OF_A_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    private UnknownSettings() {}

    /** Names of the environment that begin as ours do and are not among the known ones, in their order. */
    public static List<String> in(Map<String, String> environment, Set<String> known) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(OURS) && !known.contains(variable.getKey()))
                .filter(variable -> !tellsOfAService(variable.getKey(), variable.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean tellsOfAService(String name, String value) {
        return OF_A_SERVICE.matcher(name).matches()
                || name.endsWith("_PORT") && ADDRESS_OF_A_SERVICE.matcher(value).matches();
    }
}
