package dev.precinct.crd.meta;

/** Regular expressions (RE2) that several fields share, as they stand between the quotes of a text in CEL: a backslash is doubled. */
public final class Syntax {
    /** Role, group, disclosure. */
    public static final String NAME = "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$";

    /** Name of a Kubernetes object such as a Secret. */
    public static final String OBJECT_NAME = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";

    /** A part of a host name, at most 63 characters. */
    public static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** At least two parts, the last one not a number: an address is no host name. */
    public static final String HOST = "^(" + LABEL + "\\\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$";

    /** {@code thing:verb}. */
    public static final String ACTION = "^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$";

    /** From one to four names joined by {@code >}, no blanks around them. */
    public static final String SEGMENT = "^[^>*\\\\s]([^>]*[^>\\\\s])?(>[^>\\\\s]([^>]*[^>\\\\s])?){0,3}$";

    /** Scheme, host or address, port; nothing else. */
    public static final String BASE_URL = "^https?://"
            + "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*|\\\\[[0-9A-Fa-f:.]+\\\\])"
            + "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$";

    private Syntax() {}
}
