package org.labcast.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that a mistyped word may stand for.
 *
 * <p>Damerau's four slips (1964) in their optimal-string-alignment form, weighed: swapped neighbours are the commonest slip of the
 * hand, then a letter too few or too many, then a wrong one.
 */
public final class Spelling {
    private static final int SWAP = 8;
    private static final int GAP = 10;
    private static final int WRONG = 12;
    /** People mistype the first letter least. */
    private static final int FIRST = 3;

    /** The {@link #likeness} from which on a name that was shortened is worth a guess, when somebody looks at it. */
    public static final double GUESS = 0.6;

    private Spelling() {}

    /** The nearest names: none, one, or several that are equally near (which nobody should guess between). */
    public static List<String> nearest(String typed, Collection<String> names) {
        int best = allowed(typed);
        long letters = letters(typed);
        List<String> nearest = new ArrayList<>();
        for (String name : names) {
            // Of tens of thousands of names nearly all are told apart by their length or their letters.
            if (Math.abs(name.length() - typed.length()) * GAP > best
                    || foreignLetters(letters, letters(name)) * GAP > best
                    || name.equals(typed)) {
                continue;
            }
            int distance = distance(typed, name, best);
            if (distance < best || (distance == best && nearest.isEmpty())) {
                nearest.clear();
            }
            if (distance <= best) {
                best = distance;
                nearest.add(name);
            }
        }
        return List.copyOf(nearest);
    }

    /**
     * All the names: the nearest first, the others by how much they have in common with the word, of equal ones first those that begin
     * as it does, else as they came.
     */
    public static List<String> ranked(String typed, Collection<String> names) {
        List<String> nearest = nearest(typed, names);
        if (nearest.isEmpty() && names.stream().allMatch(name -> name.startsWith(typed))) {
            // Which one was abbreviated, their lengths do not tell.
            return List.copyOf(names);
        }
        Comparator<String> mostAlike = Comparator.<String>comparingDouble(name -> -likeness(typed, name))
                .thenComparingInt(name -> -commonBeginning(typed, name));
        return Stream.concat(
                        nearest.stream(),
                        names.stream().filter(name -> !nearest.contains(name)).sorted(mostAlike))
                .distinct()
                .toList();
    }

    /**
     * The share of letters that both words have in the same order, from 0 to 1: also an abbreviation or a part of a name is alike,
     * which slips of the hand do not explain. Twice the longest common subsequence by the sum of the lengths.
     */
    public static double likeness(String a, String b) {
        int[] common = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = common[j];
                common[j] = a.charAt(i) == b.charAt(j - 1) ? diagonal + 1 : Math.max(above, common[j - 1]);
                diagonal = above;
            }
        }
        return a.isEmpty() && b.isEmpty() ? 1 : 2.0 * common[b.length()] / (a.length() + b.length());
    }

    /** The name that is most alike, the first of several, when its {@link #likeness} is at least so much: one that was shortened, say. */
    public static Optional<String> likest(String typed, Collection<String> names, double least) {
        Optional<String> best = Optional.empty();
        double most = least;
        for (String name : names) {
            double likeness = likeness(typed, name);
            if (likeness > most || (likeness == most && best.isEmpty())) {
                most = likeness;
                best = Optional.of(name);
            }
        }
        return best;
    }

    private static int commonBeginning(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Whether a single slip of the hand parts them. */
    public static boolean isOneSlip(String typed, String name) {
        return distance(typed, name, WRONG + FIRST) <= WRONG + FIRST;
    }

    /** One slip in a short word, two in a longer one; of two letters only a swap says which word was meant. */
    private static int allowed(String typed) {
        if (typed.length() <= 2) {
            return SWAP;
        }
        return typed.length() <= 5 ? WRONG + FIRST : 2 * WRONG;
    }

    /** Which letters a word has, each as one bit; two letters may share one. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << word.charAt(i);
        }
        return letters;
    }

    /** So many letters at least go or come: a swap does neither, and every other slip does one of each at most. */
    private static int foreignLetters(long a, long b) {
        return Math.max(Long.bitCount(a & ~b), Long.bitCount(b & ~a));
    }

    /** Weighed distance, or more than {@code limit} as soon as that is certain. */
    static int distance(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j * GAP;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i * GAP;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int first = i == 1 && j == 1 ? FIRST : 0;
                row[j] = Math.min(above[j - 1] + (same ? 0 : WRONG + first), Math.min(above[j], row[j - 1]) + GAP);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + SWAP);
                }
                least = Math.min(least, row[j]);
            }
            // A swap reaches back two rows, hence its weight is taken off.
            if (least > limit + SWAP) {
                return limit + 1;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
