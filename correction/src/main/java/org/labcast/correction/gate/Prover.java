package org.labcast.correction.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.Part;
import org.labcast.correction.gate.Verdict.Proven;
import org.labcast.correction.gate.Verdict.Unproven;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * Proves corrections of one failure harmless, from the failed line, the corrected one and facts about the machine: what a command
 * printed is never believed, whatever rule has read it.
 */
public final class Prover {
    private static final Set<String> ENTERS = Set.of("cd", "pushd");
    private static final Set<String> QUOTES = Set.of("'", "\"", "}", ")", "]", "`", "\r");

    private final ParsedLine failed;
    private final LineEffect effects;
    private final WordOrigins origins;
    private final Preparation preparation;
    private final MorePower power;
    private final SameCall same;
    private final SameIntent intent;

    /**
     * @param facts as the line sees them where it begins
     * @param tables what calls of tools do
     */
    public Prover(FailedCommand failure, ParsedLine failed, MachineFacts facts, EffectTables tables) {
        this.failed = failed;
        this.effects = new LineEffect(tables, facts);
        this.origins = new WordOrigins(tables, facts, effects);
        this.preparation = new Preparation(facts, effects);
        this.power = new MorePower(failure, facts, effects);
        this.same = new SameCall(facts, effects);
        this.intent = new SameIntent(tables, facts, effects);
    }

    /**
     * @param repeats whether a command of the line beside the failed one would run again and may not bear it
     */
    public Verdict judge(ParsedLine mended, boolean repeats) {
        LineEffect.Whole whole = effects.of(mended);
        Effect effect = whole.effect();
        if (!mended.readable() || mended.commands().isEmpty()) {
            return new Unproven(Effect.UNKNOWN, "the corrected line cannot be read");
        }
        if (effect != Effect.LOOKS && repeats) {
            return new Unproven(effect, "a part of the line has run already and may not run again");
        }
        String plain = typewritten(failed.text());
        if (plain.equals(typewritten(mended.text()))
                && !plain.equals(failed.text())
                && mended.text().chars().allMatch(c -> c < 0x7f)) {
            return sameText(whole, "the same text with plain blanks, dashes and quotes runs");
        }
        if (!failed.readable()) {
            return closed(mended, whole);
        }
        List<SimpleCommand> before = failed.commands();
        List<SimpleCommand> after = mended.commands();
        if (after.size() == 1 && isSameText(after.get(0))) {
            return sameText(whole, "the same text runs under bash");
        }
        if (power.isRaisedRedirection(before, after)) {
            return power.allowed()
                    ? new Proven(Effect.ADDITIVE, SafetyReason.MORE_RIGHTS, "the same file is made with root's rights")
                    : new Unproven(effect, power.refusal());
        }
        if (before.size() == 1 && after.size() == 2 && isTableWithLineEnd(before.get(0), after)) {
            return new Proven(
                    effect,
                    SafetyReason.SAME_CALL,
                    "the table that was signed is taken, with the end of its last line");
        }
        if (after.size() > before.size()) {
            return preparation.judge(before, after, whole);
        }
        if (after.size() != before.size()) {
            return new Unproven(effect, "commands of the line are gone");
        }
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!isSame(before.get(i), after.get(i))) {
                differing.add(i);
            }
        }
        if (differing.size() != 1) {
            return new Unproven(effect, "more than one command of the line is changed");
        }
        SimpleCommand from = before.get(differing.get(0));
        SimpleCommand to = after.get(differing.get(0));
        if (!sameSurroundings(from, to)) {
            return new Unproven(effect, "a redirection or a variable is changed");
        }
        if (MorePower.isRaised(from, to)) {
            return raised(from, whole);
        }
        return changed(from, to, whole);
    }

    /** {@code sed '$a\' -- FILE | crontab -} for {@code crontab FILE}, with the same rights and for the same user. */
    private static boolean isTableWithLineEnd(SimpleCommand crontab, List<SimpleCommand> after) {
        SimpleCommand reader = after.get(0);
        SimpleCommand taker = after.get(1);
        List<String> signed = texts(crontab.words());
        if (!crontab.tool().equals("crontab")
                || crontab.args().isEmpty()
                || !crontab.redirections().isEmpty()
                || !crontab.assignments().isEmpty()) {
            return false;
        }
        int last = signed.size() - 1;
        Word file = crontab.words().get(last);
        List<String> wrappers = signed.subList(0, crontab.name());
        List<String> read = new ArrayList<>(wrappers);
        read.addAll(List.of("sed", "'$a\\'", "--", file.text()));
        List<String> taken = new ArrayList<>(signed.subList(0, last));
        taken.add("-");
        return file.literal()
                && !file.option()
                && List.of("crontab", "-u").containsAll(options(crontab))
                && isPlainly(reader, read)
                && isPlainly(taker, taken)
                && taker.joint().equals("|");
    }

    private static List<String> options(SimpleCommand command) {
        return command.args().stream().filter(Word::option).map(Word::text).toList();
    }

    private static boolean isPlainly(SimpleCommand command, List<String> words) {
        return texts(command.words()).equals(words)
                && command.redirections().isEmpty()
                && command.assignments().isEmpty();
    }

    private Verdict raised(SimpleCommand from, LineEffect.Whole whole) {
        if (!power.allowed()) {
            return new Unproven(whole.effect(), power.refusal());
        }
        return power.objection(from)
                .<Verdict>map(objection -> new Unproven(whole.effect(), objection))
                .orElseGet(() -> whole.effect().harmless()
                        ? new Proven(
                                whole.effect(),
                                SafetyReason.MORE_RIGHTS,
                                "the operating system refused, and " + whole.why())
                        : new Unproven(whole.effect(), whole.why()));
    }

    private Verdict changed(SimpleCommand from, SimpleCommand to, LineEffect.Whole whole) {
        Effect effect = whole.effect();
        if (effect == Effect.CHANGES) {
            return same.proof(from, to)
                    .or(() -> intent.proof(from, to))
                    .<Verdict>map(proof -> new Proven(effect, SafetyReason.SAME_CALL, proof))
                    .orElseGet(() -> new Unproven(effect, whole.why()));
        }
        if (!effect.harmless()) {
            return new Unproven(effect, whole.why());
        }
        Effect source = effects.of(from).effect();
        if (source != Effect.UNKNOWN && effects.of(to).effect().compareTo(source) > 0) {
            return new Unproven(effect, "it does more than the command that failed");
        }
        return origins.objection(from, to, effects.of(to).effect() == Effect.LOOKS)
                .or(() -> parents(from, to))
                .or(() -> entered(from, to))
                .<Verdict>map(objection -> new Unproven(effect, objection))
                .orElseGet(() -> effect == Effect.LOOKS
                        ? new Proven(effect, SafetyReason.LOOKS, whole.why())
                        : new Proven(effect, SafetyReason.ONE_SLIP, "one slip is put right, and " + whole.why()));
    }

    /** Folders above the one that the command makes are made only where none of nearly their names is. */
    private Optional<String> parents(SimpleCommand from, SimpleCommand to) {
        boolean more =
                to.tool().equals("mkdir") && to.words().size() > from.words().size();
        return more
                ? effects.reading(to).parts().stream()
                        .filter(part -> part.role() == Part.Role.OPERAND)
                        .flatMap(part -> preparation.makes(part.word().value()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** A folder that is entered for commands to come, which this line does not show, is as much a target as theirs. */
    private Optional<String> entered(SimpleCommand from, SimpleCommand to) {
        boolean last = failed.commands().get(failed.commands().size() - 1).equals(from);
        boolean other = !values(from.args()).equals(values(to.args()));
        return last && other && ENTERS.contains(to.tool())
                ? Optional.of("what runs in that folder afterwards is not known")
                : Optional.empty();
    }

    /** A quote or a bracket that was not closed, a line end of another system: only what looks is tried. */
    private Verdict closed(ParsedLine mended, LineEffect.Whole whole) {
        String from = failed.text();
        String to = mended.text();
        boolean punctuation = letters(from).equals(letters(to)) && Math.abs(from.length() - to.length()) <= 4;
        if (!punctuation || whole.effect() != Effect.LOOKS) {
            return new Unproven(whole.effect(), punctuation ? whole.why() : "the line that failed cannot be read");
        }
        return new Proven(Effect.LOOKS, SafetyReason.LOOKS, whole.why());
    }

    /** Text as a typewriter has it: what word processors and chat programs put for blanks, dashes and quotes is taken back. */
    private static String typewritten(String text) {
        return text.replaceAll("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]", " ")
                .replaceAll("[\\u200b-\\u200d\\ufeff\r]", "")
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[\\u201c-\\u201e]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212-]+", "-");
    }

    private static String letters(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> !QUOTES.contains(Character.toString(c))).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The same text under bash, which the failing shell does not understand. */
    private boolean isSameText(SimpleCommand command) {
        return command.words().size() == 3
                && command.words().get(0).is("bash")
                && command.words().get(1).is("-c")
                && command.words().get(2).literal()
                && command.words().get(2).value().equals(failed.text())
                && command.redirections().isEmpty()
                && command.assignments().isEmpty();
    }

    private static Verdict sameText(LineEffect.Whole whole, String what) {
        return whole.effect().harmless()
                ? new Proven(whole.effect(), SafetyReason.ONE_SLIP, what + ", and " + whole.why())
                : new Unproven(whole.effect(), whole.why());
    }

    private static boolean isSame(SimpleCommand a, SimpleCommand b) {
        return a.joint().equals(b.joint())
                && sameSurroundings(a, b)
                && texts(a.words()).equals(texts(b.words()));
    }

    private static boolean sameSurroundings(SimpleCommand a, SimpleCommand b) {
        return texts(a.assignments()).equals(texts(b.assignments()))
                && redirections(a).equals(redirections(b))
                && a.joint().equals(b.joint());
    }

    static boolean isSameBut(SimpleCommand a, SimpleCommand b) {
        return texts(a.assignments()).equals(texts(b.assignments()))
                && redirections(a).equals(redirections(b))
                && texts(a.words()).equals(texts(b.words()));
    }

    private static List<String> redirections(SimpleCommand command) {
        return command.redirections().stream()
                .map(one -> one.operator() + " " + one.target().text())
                .toList();
    }

    static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }

    static List<String> values(List<Word> words) {
        return words.stream().map(Word::value).toList();
    }
}
