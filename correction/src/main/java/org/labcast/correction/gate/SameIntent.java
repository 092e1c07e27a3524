package org.labcast.correction.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.effect.SystemPaths;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/**
 * Signed calls that change something and that the tool refused as they were written, before it did anything: nothing is acted on
 * that the signer did not name, and one thing alone can have been meant.
 */
final class SameIntent {
    private static final Set<String> RUNNERS = Set.of("docker", "podman", "nerdctl", "docker-compose");
    private static final Set<String> OWNERS = Set.of("chmod", "chown", "chgrp");
    private static final Pattern MODE = Pattern.compile("0?[0-7]{3}|[ugoa]{1,3}[+-][rwxX]{1,3}");
    private static final Pattern OWNER = Pattern.compile("[a-z_][a-z0-9_-]*(?::[a-z_][a-z0-9_-]*)?");
    private static final Pattern ARCHIVE = Pattern.compile("(?!-)[\\w./@+-]+\\.(?:tar(?:\\.\\w{1,4})?|tgz|tbz2?|txz)");
    private static final Pattern CREATES = Pattern.compile("-?[czjJv]{1,5}f");
    private static final Pattern SETTING = Pattern.compile("([a-z][\\w./-]{1,80})=([\\w .,:/+-]{1,80})");
    private static final String KERNEL = "/proc/sys/";

    private final EffectTables tables;
    private final MachineFacts facts;
    private final LineEffect effects;

    SameIntent(EffectTables tables, MachineFacts facts, LineEffect effects) {
        this.tables = tables;
        this.facts = facts;
        this.effects = effects;
    }

    /** Why it is what was signed; nothing when that is not known. */
    Optional<String> proof(SimpleCommand from, SimpleCommand to) {
        Reading reading = effects.reading(to);
        boolean comparable = !from.empty()
                && !to.empty()
                && from.tool().equals(to.tool())
                && reading.effect() == Effect.CHANGES
                && Prover.texts(from.words().subList(0, from.name()))
                        .equals(Prover.texts(to.words().subList(0, to.name())));
        if (!comparable) {
            return Optional.empty();
        }
        if (isOption(from, to, reading)) {
            return Optional.of("one option of the tool's own was misspelt, and all else is as it was signed");
        }
        if (isWithoutTerminal(from, to)) {
            return Optional.of("the signed call runs without the terminal that a task has not");
        }
        if (isOrder(from, to)) {
            return Optional.of("its own words in the one order that the tool can read");
        }
        return isKernelKey(from, to)
                ? Optional.of("the kernel has one key that is a slip away, and none of the signed name")
                : Optional.empty();
    }

    /** A long option that the tool has, where the typed one is none; what it acts on belongs to no part of the system. */
    private boolean isOption(SimpleCommand from, SimpleCommand to, Reading reading) {
        List<Word> before = from.words();
        List<Word> after = to.words();
        List<Integer> differing = differing(before, after);
        if (differing.size() != 1) {
            return false;
        }
        Word typed = before.get(differing.get(0));
        Word word = after.get(differing.get(0));
        String[] mine = typed.value().split("=", 2);
        String[] its = word.value().split("=", 2);
        Set<String> options = tables.longOptions(to.tool());
        boolean option = typed.literal()
                && word.literal()
                && its[0].startsWith("--")
                && mine.length == its.length
                && (mine.length == 1 || mine[1].equals(its[1]))
                && options.contains(its[0])
                && Likeness.isOneSlip(mine[0], its[0], options);
        return option
                && reading.parts().stream()
                        .filter(part -> part.word().start() != word.start())
                        .filter(part -> part.role() == Part.Role.OPERAND || part.role() == Part.Role.VALUE)
                        .allMatch(part -> part.word().literal()
                                && !SystemPaths.isGuarded(part.word().value())
                                && part.kind() != OperandKind.URL);
    }

    /** {@code -it} without its t, {@code --tty} left out, or {@code -T} for compose; nothing else is touched. */
    private static boolean isWithoutTerminal(SimpleCommand from, SimpleCommand to) {
        if (!RUNNERS.contains(from.tool())) {
            return false;
        }
        List<String> before = Prover.texts(from.args());
        List<String> after = Prover.texts(to.args());
        int verb = verb(before);
        if (verb < 0
                || verb > 1
                || !before.subList(0, verb + 1).equals(after.subList(0, Math.min(verb + 1, after.size())))) {
            return false;
        }
        List<String> mine = new ArrayList<>(before.subList(verb + 1, before.size()));
        List<String> its = new ArrayList<>(after.subList(verb + 1, after.size()));
        boolean compose = from.tool().equals("docker-compose") || verb == 1;
        if (compose && !its.isEmpty() && its.get(0).equals("-T")) {
            return its.subList(1, its.size()).equals(mine);
        }
        for (int i = 0; i < mine.size() && mine.get(i).startsWith("-"); i++) {
            String option = mine.get(i);
            if (option.matches("-(?:it|ti)")) {
                mine.set(i, "-i");
                return mine.equals(its);
            }
            if (option.equals("-t") || option.equals("--tty")) {
                mine.remove(i);
                return mine.equals(its);
            }
        }
        return false;
    }

    private static int verb(List<String> args) {
        boolean compose = !args.isEmpty() && args.get(0).equals("compose");
        int at = compose ? 1 : 0;
        return args.size() > at && Set.of("exec", "run").contains(args.get(at)) ? at : -1;
    }

    private boolean isOrder(SimpleCommand from, SimpleCommand to) {
        List<Word> before = from.args();
        List<Word> after = to.args();
        boolean literal =
                before.stream().allMatch(Word::literal) && after.stream().allMatch(Word::literal);
        if (!literal || before.size() != after.size()) {
            return false;
        }
        List<String> mine = Prover.values(before);
        List<String> its = Prover.values(after);
        if (OWNERS.contains(from.tool())) {
            return mine.size() == 2 && its.equals(List.of(mine.get(1), mine.get(0))) && isSetting(from.tool(), its);
        }
        return from.tool().equals("tar")
                && mine.size() == 3
                && CREATES.matcher(mine.get(0)).matches()
                && its.equals(List.of(mine.get(0), mine.get(2), mine.get(1)))
                && ARCHIVE.matcher(its.get(1)).matches()
                && !ARCHIVE.matcher(its.get(2)).matches()
                && facts.path(its.get(1)) == PathKind.ABSENT
                && facts.path(its.get(2)) == PathKind.DIRECTORY
                && !SystemPaths.isGuarded(its.get(1));
    }

    /** Mode or owner, then a path that is there, while nothing is called like the mode. */
    private boolean isSetting(String tool, List<String> its) {
        Pattern first = tool.equals("chmod") ? MODE : OWNER;
        PathKind there = facts.path(its.get(1));
        return first.matcher(its.get(0)).matches()
                && !its.get(1).startsWith("-")
                && (there == PathKind.FILE || there == PathKind.DIRECTORY)
                && facts.path(its.get(0)) == PathKind.ABSENT
                && !SystemPaths.isGuarded(its.get(1));
    }

    /** {@code sysctl -w vm.swapiness=10}. */
    private boolean isKernelKey(SimpleCommand from, SimpleCommand to) {
        List<String> mine = Prover.values(from.args());
        List<String> its = Prover.values(to.args());
        List<Integer> differing = differing(from.words(), to.words());
        if (!from.tool().equals("sysctl")
                || differing.size() != 1
                || its.size() != 2
                || !its.get(0).equals("-w")) {
            return false;
        }
        var typed = SETTING.matcher(mine.get(1));
        var meant = SETTING.matcher(its.get(1));
        if (!typed.matches() || !meant.matches() || !typed.group(2).equals(meant.group(2))) {
            return false;
        }
        String name = meant.group(1).replace('.', '/');
        String wrong = typed.group(1).replace('.', '/');
        String folder = name.substring(0, name.length() - PathText.base(name).length());
        return wrong.startsWith(folder)
                && wrong.indexOf('/', folder.length()) < 0
                && facts.path(KERNEL + name) == PathKind.FILE
                && facts.path(KERNEL + wrong) == PathKind.ABSENT
                && Likeness.isOneSlip(
                        wrong.substring(folder.length()),
                        name.substring(folder.length()),
                        facts.entries(KERNEL + PathText.parent(name)));
    }

    /** Places in which they differ; none that is of use when one has more words. */
    private static List<Integer> differing(List<Word> before, List<Word> after) {
        List<Integer> differing = new ArrayList<>();
        if (before.size() != after.size()) {
            return differing;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).text().equals(after.get(i).text())) {
                differing.add(i);
            }
        }
        return differing;
    }
}
