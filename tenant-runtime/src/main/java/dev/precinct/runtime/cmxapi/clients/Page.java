package dev.precinct.runtime.cmxapi.clients;

import dev.precinct.runtime.edge.RawQuery;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of a list. Real programs count pages from 0 and from 1: page 0 is page 1.
 *
 * @param number from 1
 */
record Page(int number, int size) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int MOST_DIGITS = 9;

    /** Without {@code pageSize} everything is on the first page. */
    static Page of(RawQuery query) {
        int number = query.value("page").map(text -> number("page", text)).orElse(1);
        int size = query.value("pageSize").map(text -> number("pageSize", text)).orElse(Integer.MAX_VALUE);
        if (size == 0) {
            throw new BadQueryException("pageSize must be at least 1");
        }
        return new Page(Math.max(number, 1), size);
    }

    /** A number that is too large for any list is taken as the largest. */
    private static int number(String name, String text) {
        if (!DIGITS.matcher(text.strip()).matches()) {
            throw new BadQueryException(name + " must be a number that is not negative");
        }
        String digits = text.strip().replaceFirst("^0+(?=\\d)", "");
        return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    <T> List<T> of(List<T> all) {
        long from = (long) (number - 1) * size;
        long to = Math.min(from + size, all.size());
        return from >= all.size() ? List.of() : all.subList((int) from, (int) to);
    }
}
