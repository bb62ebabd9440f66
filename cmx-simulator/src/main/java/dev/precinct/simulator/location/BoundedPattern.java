package dev.precinct.simulator.location;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A caller's regular expression that gives up instead of running for hours. */
final class BoundedPattern {
    private static final int STEPS = 200_000;

    private BoundedPattern() {}

    static Predicate<String> of(String expression) {
        try {
            var pattern = Pattern.compile(expression);
            return text -> pattern.matcher(new Counted(text, new int[] {STEPS})).find();
        } catch (PatternSyntaxException e) {
            throw new BadQueryException("Invalid regular expression: " + e.getDescription());
        }
    }

    /** Counts how often the matcher looks at a character: a runaway expression does nothing else. */
    private record Counted(CharSequence text, int[] stepsLeft) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (stepsLeft[0]-- <= 0) {
                throw new BadQueryException("the expression takes too long");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), stepsLeft);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
