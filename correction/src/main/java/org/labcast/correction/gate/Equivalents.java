package org.labcast.correction.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.effect.Resources;

/** Calls that do the same as calls of a tool that is gone, or that has another name here. */
final class Equivalents {
    private static final List<Equivalent> ALL =
            Resources.lines("equivalents.txt").stream().map(Equivalent::of).toList();

    private record Equivalent(Pattern call, String same, boolean renamed) {
        static Equivalent of(String line) {
            boolean renamed = line.contains(" == ");
            String[] sides = line.split(renamed ? " == " : " => ");
            return new Equivalent(Pattern.compile(sides[0]), sides[1], renamed);
        }

        boolean parts(String from, String to) {
            Matcher matcher = call.matcher(from);
            return matcher.matches() && filled(matcher).equals(to);
        }

        private String filled(Matcher matcher) {
            String text = same;
            for (int i = 1; i <= matcher.groupCount(); i++) {
                String group = matcher.group(i);
                text = text.replace("$" + i, group == null ? "" : group);
            }
            return text;
        }
    }

    private Equivalents() {}

    /** @param from the words of a call, parted by one blank each */
    static boolean are(String from, String to) {
        return ALL.stream().anyMatch(one -> one.parts(from, to));
    }

    /** Whether the second is the first under another name of the same program, so that it does just that, whatever it does. */
    static boolean areSame(String from, String to) {
        return ALL.stream().anyMatch(one -> one.renamed() && one.parts(from, to));
    }
}
