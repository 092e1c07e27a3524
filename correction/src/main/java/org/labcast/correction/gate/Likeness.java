package org.labcast.correction.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.effect.Resources;
import org.labcast.text.Spelling;

/** Whether one word is another one mistyped, or another word. */
final class Likeness {
    private static final List<Set<String>> OPPOSITES = Resources.lines("opposites.txt").stream()
            .map(line -> Set.of(line.split(" +")))
            .toList();
    private static final Set<String> SERVICES = words("services.txt");
    private static final Set<String> PACKAGES = words("packages.txt");
    private static final Set<String> FOREIGN = words("foreign.txt");
    private static final Set<String> BRANCHES = Set.of("main", "master", "develop", "trunk", "staging", "production");
    private static final Set<String> SUFFIXES = Set.of("service", "socket", "timer");
    private static final int PROVABLE = 6;

    private Likeness() {}

    private static Set<String> words(String name) {
        return Resources.lines(name).stream()
                .flatMap(line -> Stream.of(line.split(" +")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it brings in nothing but printable ASCII, so that it looks like what it is. */
    static boolean isPlain(String typed, String name) {
        return name.codePoints().allMatch(c -> (c > ' ' && c < 0x7f) || typed.indexOf(c) >= 0);
    }

    /** Whether they are two words of a tool's own language: opposites, or with other digits. */
    static boolean isOtherWord(String typed, String name) {
        return !digits(typed).equals(digits(name))
                || areOpposite(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Whether they are two names: they differ in a digit or a part of one or two letters, or in parts that are opposites. */
    static boolean isOther(String typed, String name) {
        if (!digits(typed).equals(digits(name))) {
            return true;
        }
        String[] mine = typed.toLowerCase(Locale.ROOT).split("[^a-z]+", -1);
        String[] its = name.toLowerCase(Locale.ROOT).split("[^a-z]+", -1);
        if (mine.length == its.length) {
            for (int i = 0; i < mine.length; i++) {
                if (!mine[i].equals(its[i]) && (mine[i].length() <= 2 || areOpposite(mine[i], its[i]))) {
                    return true;
                }
            }
        }
        return areOpposite(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    private static boolean areOpposite(String a, String b) {
        return OPPOSITES.stream().anyMatch(group -> group.contains(a) && group.contains(b))
                || isPrefixed(a, b)
                || isPrefixed(b, a);
    }

    /** un-, de-, dis-, in-, re- and non- before the same word. */
    private static boolean isPrefixed(String a, String b) {
        return Stream.of("un", "de", "dis", "in", "re", "non", "non-", "pre", "no", "no-", "de-", "un-", "re-")
                .anyMatch(prefix -> a.equals(prefix + b));
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]+", ".");
    }

    /** The same of words of a language, which may be short: {@code sl} is {@code ls}. */
    static boolean isNearestWord(String typed, String name, Collection<String> vocabulary) {
        Set<String> all = new HashSet<>(vocabulary);
        all.add(name);
        return !all.contains(typed)
                && !isOtherWord(typed, name)
                && Spelling.nearest(typed, all).equals(List.of(name));
    }

    /** Whether the word is the only one near among all there are, and is none of them. */
    static boolean isNearest(String typed, String name, Collection<String> vocabulary) {
        Set<String> all = new HashSet<>(vocabulary);
        all.add(name);
        return !all.contains(typed)
                && !isOther(typed, name)
                && Spelling.nearest(typed, all).equals(List.of(name));
    }

    /** Whether a single slip leads to it from the typed word, and to no other one; nor is the typed word another one cut short. */
    static boolean isOneSlip(String typed, String name, Collection<String> vocabulary) {
        return isNearest(typed, name, vocabulary)
                && Spelling.isOneSlip(typed, name)
                && vocabulary.stream()
                        .filter(other -> !other.equals(name))
                        .noneMatch(other -> Spelling.isOneSlip(typed, other) || other.startsWith(typed));
    }

    /** Neighbours swapped, a letter doubled or missing; a wrong letter may be another name. */
    private static boolean isSwap(String typed, String name) {
        if (typed.length() != name.length()) {
            return false;
        }
        int at = 0;
        while (at < typed.length() && typed.charAt(at) == name.charAt(at)) {
            at++;
        }
        return at + 1 < typed.length()
                && typed.charAt(at) == name.charAt(at + 1)
                && typed.charAt(at + 1) == name.charAt(at)
                && typed.substring(at + 2).equals(name.substring(at + 2))
                && Character.isLetter(typed.charAt(at))
                && Character.isLetter(typed.charAt(at + 1));
    }

    /** One letter missing or too many, not at the beginning or the end of a part, where it makes another word. */
    private static boolean isInnerGap(String typed, String name) {
        String longer = typed.length() > name.length() ? typed : name;
        String shorter = typed.length() > name.length() ? name : typed;
        if (longer.length() != shorter.length() + 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        boolean inner = at > 0
                && at + 1 < longer.length()
                && Character.isLetter(longer.charAt(at))
                && Character.isLetter(longer.charAt(at - 1))
                && Character.isLetter(longer.charAt(at + 1));
        return inner && shorter.substring(at).equals(longer.substring(at + 1));
    }

    /** Whether a unit's name was mistyped: the other one is well known, or the slip can make no other word. */
    static boolean isUnit(String typed, String name, Set<String> units) {
        String mine = stem(typed);
        String its = stem(name);
        Set<String> stems = units.stream().map(Likeness::stem).collect(Collectors.toSet());
        if (mine.equals(its)) {
            return true;
        }
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        if (SUFFIXES.contains(suffix)
                && units.contains(name)
                && typed.startsWith(its + ".")
                && Spelling.isOneSlip(typed.substring(its.length() + 1), suffix)) {
            return !SUFFIXES.contains(typed.substring(its.length() + 1));
        }
        boolean known = SERVICES.contains(its) || (isSwap(mine, its) && longestPart(its) >= PROVABLE);
        return known
                && !SERVICES.contains(mine)
                && stems.contains(its)
                && isOneSlip(mine, its, stems)
                && isNearest(mine, its, SERVICES.contains(its) ? SERVICES : stems);
    }

    /**
     * Whether a package's name was mistyped: neighbours are swapped or an inner letter is missing or doubled, no other package is as
     * near, and it is no product that is offered elsewhere.
     */
    static boolean isPackage(String typed, String name, Set<String> packages) {
        if (typed.replaceFirst("^python-", "python3-").equals(name)) {
            return packages.contains(name) && !packages.contains(typed);
        }
        boolean known = PACKAGES.contains(name);
        int length = Math.min(typed.length(), name.length());
        boolean plural = known && length > PROVABLE && name.equals(typed + "s");
        boolean gap = isInnerGap(typed, name) && length >= (known ? PROVABLE - 1 : PROVABLE + 1);
        boolean firm = plural || gap || (isSwap(typed, name) && (known || longestPart(name) >= PROVABLE));
        return firm
                && !FOREIGN.contains(typed)
                && FOREIGN.stream().noneMatch(product -> !product.equals(name) && Spelling.isOneSlip(typed, product))
                && packages.contains(name)
                && typed.charAt(0) == name.charAt(0)
                && isOneSlip(typed, name, packages);
    }

    /** Whether the name is that of a product which is offered elsewhere, so that a package of the name may be another one. */
    static boolean isForeign(String name) {
        return FOREIGN.contains(name);
    }

    static boolean isBranch(String typed, String name) {
        return BRANCHES.contains(name) && isOneSlip(typed, name, BRANCHES);
    }

    private static String stem(String unit) {
        return unit.replaceFirst("\\.(?:service|socket|timer)$", "");
    }

    private static int longestPart(String name) {
        return Stream.of(name.split("[^A-Za-z]+"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
