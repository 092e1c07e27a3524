package org.labcast.correction.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/**
 * Whether one command became another by a slip of the pen. Each new word must follow from the word that it replaces, from our own
 * tables, or from names that the machine has of the same kind; where a rule has it from does not matter.
 */
final class Change {
    /** Options that a command may need, and that neither force nor widen anything where the tables know them. */
    private static final Set<String> ADDED =
            Set.of("-p", "-y", "--assume-yes", "--yes", "--noconfirm", "--non-interactive", "--parents");
    /** The same of commands that only look. */
    private static final Set<String> ADDED_LOOKING = Set.of("-r", "-R", "-b", "-n", "1", "-batch", "-n1");

    private final EffectTables tables;
    private final MachineFacts facts;
    private final LineEffect effects;

    Change(EffectTables tables, MachineFacts facts, LineEffect effects) {
        this.tables = tables;
        this.facts = facts;
        this.effects = effects;
    }

    /**
     * Why the change is not proven; nothing when it is.
     *
     * @param looks whether the new command only looks
     * @param vouched words that the host's own administrator wrote into a rule
     */
    Optional<String> objection(SimpleCommand from, SimpleCommand to, boolean looks, Set<String> vouched) {
        List<String> before = Prover.values(from.words());
        List<String> after = Prover.values(to.words());
        if (after.stream().anyMatch(word -> !before.contains(word) && !Likeness.isPlain(word.replace(' ', 'x')))) {
            return Optional.of("a new word holds characters that may look like others");
        }
        if (String.join("", before).equals(String.join("", after))
                || isReordered(before, after)
                || isOneTwiceGone(before, after)) {
            return Optional.empty();
        }
        if (Equivalents.are(String.join(" ", before), String.join(" ", after))) {
            return Optional.empty();
        }
        if (after.size() == before.size() + 1) {
            return added(before, after, looks, vouched);
        }
        if (after.size() != before.size()) {
            return Optional.of("words come or go that no slip explains");
        }
        return replaced(to, before, after, looks, vouched);
    }

    private static boolean isReordered(List<String> before, List<String> after) {
        return before.size() == after.size()
                && before.get(0).equals(after.get(0))
                && before.stream()
                        .sorted()
                        .toList()
                        .equals(after.stream().sorted().toList());
    }

    /** A word that stands twice, once too often. */
    private static boolean isOneTwiceGone(List<String> before, List<String> after) {
        if (before.size() != after.size() + 1) {
            return false;
        }
        for (int i = 1; i < before.size(); i++) {
            List<String> less = new ArrayList<>(before);
            less.remove(i);
            if (before.get(i).equals(before.get(i - 1)) && less.equals(after)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> added(List<String> before, List<String> after, boolean looks, Set<String> vouched) {
        for (int i = 0; i < after.size(); i++) {
            List<String> less = new ArrayList<>(after);
            String word = less.remove(i);
            boolean known = ADDED.contains(word) || (looks && ADDED_LOOKING.contains(word)) || vouched.contains(word);
            if (less.equals(before) && known) {
                return Optional.empty();
            }
        }
        return Optional.of("a word is added that the command did not have");
    }

    private Optional<String> replaced(
            SimpleCommand to, List<String> before, List<String> after, boolean looks, Set<String> vouched) {
        Reading reading = effects.reading(to);
        Map<Integer, Part> parts = new HashMap<>();
        reading.parts().forEach(part -> parts.put(part.word().start(), part));
        int slips = 0;
        for (int i = 0; i < after.size(); i++) {
            String typed = before.get(i);
            String name = after.get(i);
            if (typed.equals(name) || vouched.contains(name)) {
                continue;
            }
            slips++;
            Word word = to.words().get(i);
            Optional<String> objection =
                    word(typed, name, i == to.name(), Optional.ofNullable(parts.get(word.start())), looks);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return slips <= 1 ? Optional.empty() : Optional.of("more than one word is changed");
    }

    private Optional<String> word(String typed, String name, boolean tool, Optional<Part> part, boolean looks) {
        boolean near =
                (Spelling.isOneSlip(typed, name) || typed.equalsIgnoreCase(name)) && !Likeness.isOther(typed, name);
        if (tool) {
            boolean known = tables.knows(name.replaceFirst(".*/", "")) && !name.contains("/");
            return near && known && !tables.knows(typed) ? Optional.empty() : Optional.of("another program is run");
        }
        OperandKind kind = part.map(Part::kind).orElse(OperandKind.TEXT);
        Part.Role role = part.map(Part::role).orElse(Part.Role.OPERAND);
        boolean proven = switch (role) {
            case TOOL, VERB -> near;
            case OPTION -> near || isSameLetters(typed, name);
            case VALUE, OPERAND -> target(typed, name, kind, near, looks);
        };
        return proven ? Optional.empty() : Optional.of("'" + name + "' for '" + typed + "' is a guess");
    }

    private boolean target(String typed, String name, OperandKind kind, boolean near, boolean looks) {
        return switch (kind) {
            case UNIT -> Likeness.isUnit(typed, name, facts.names(NameKind.UNITS));
            case PACKAGE -> Likeness.isPackage(typed, name, facts.names(NameKind.PACKAGES));
            case BRANCH -> looks ? near : Likeness.isBranch(typed, name);
            case PATH, URL -> looks && near && isOutsideHomes(name);
            case TEXT, NUMBER, FORMAT, SED, AWK, GOAL, USER, GROUP, HOST, NAME ->
                looks && near && !name.startsWith("-");
            case NEW -> false;
        };
    }

    private static boolean isOutsideHomes(String path) {
        return !path.startsWith("-") && !path.contains("..");
    }

    /** {@code -xfz} for {@code -xzf}. */
    private static boolean isSameLetters(String typed, String name) {
        return typed.length() == name.length()
                && typed.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(name.chars().sorted().boxed().toList());
    }
}
