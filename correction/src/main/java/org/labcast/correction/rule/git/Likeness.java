package org.labcast.correction.rule.git;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How alike two names are, for names that were shortened rather than mistyped; a guess, good for risky suggestions only.
 *
 * <p>Ratcliff and Obershelp's measure (Dr. Dobb's Journal, July 1988), from 0 to 1: twice the letters in common blocks, by all letters.
 */
final class Likeness {
    /** What people take for the same name. */
    static final double ENOUGH = 0.6;

    private static final int LONGEST = 100;

    private Likeness() {}

    /** The most alike name; empty when none is {@link #ENOUGH} alike. */
    static Optional<String> best(String typed, Collection<String> names) {
        return ranked(typed, names).stream().findFirst().filter(name -> of(typed, name) >= ENOUGH);
    }

    /** All names, the most alike first; those equally alike keep their order. */
    static List<String> ranked(String typed, Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparingDouble((String name) -> of(typed, name))
                        .reversed())
                .toList();
    }

    static double of(String a, String b) {
        int letters = a.length() + b.length();
        return letters == 0 || letters > 2 * LONGEST ? 0 : 2.0 * common(a, b) / letters;
    }

    private static int common(String a, String b) {
        int length = 0;
        int inA = 0;
        int inB = 0;
        int[] above = new int[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            for (int j = 1; j <= b.length(); j++) {
                row[j] = a.charAt(i - 1) == b.charAt(j - 1) ? above[j - 1] + 1 : 0;
                if (row[j] > length) {
                    length = row[j];
                    inA = i - length;
                    inB = j - length;
                }
            }
            above = row;
        }
        return length == 0
                ? 0
                : length
                        + common(a.substring(0, inA), b.substring(0, inB))
                        + common(a.substring(inA + length), b.substring(inB + length));
    }
}
