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
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/** What a whole line does: the most that one of its commands does. */
final class LineEffect {
    private static final int DEEPEST = 2;
    private static final Set<String> WRAPPERS =
            Set.of("sudo", "doas", "env", "nice", "ionice", "timeout", "nohup", "stdbuf", "setsid", "time");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash");
    private static final Pattern ENDING = Pattern.compile(
            "(?:systemd-)?(?:poweroff|reboot|soft-reboot|halt|kexec|suspend|hibernate|hybrid-sleep|suspend-then-hibernate|sleep|shutdown|final|exit|umount"
                    + "|rescue|emergency|debug-shell|initrd-.*|runlevel[016]|ctrl-alt-del|factory-reset|system-update)(?:\\..*)?");

    private final EffectTables tables;
    private final MachineFacts facts;

    LineEffect(EffectTables tables, MachineFacts facts) {
        this.tables = tables;
        this.facts = facts;
    }

    /** @param why what is not known, when the effect is unknown */
    record Whole(Effect effect, String why) {
        Whole and(Effect other, String reason) {
            return other.compareTo(effect) > 0 ? new Whole(other, reason) : this;
        }
    }

    Whole of(ParsedLine line) {
        return of(line, 0);
    }

    private Whole of(ParsedLine line, int depth) {
        if (!line.readable() || line.opaque() || depth > DEEPEST) {
            return new Whole(Effect.UNKNOWN, "the line cannot be read");
        }
        Whole whole = new Whole(Effect.LOOKS, "it only looks");
        for (SimpleCommand command : line.commands()) {
            Whole one = of(command, depth);
            whole = whole.and(one.effect(), one.why());
        }
        return whole;
    }

    /** One command with its redirections. */
    Whole of(SimpleCommand command) {
        return of(command, 0);
    }

    private Whole of(SimpleCommand command, int depth) {
        Whole whole = new Whole(Effect.LOOKS, "it only looks");
        for (Redirection redirection : command.redirections()) {
            Effect effect = of(redirection);
            whole = whole.and(effect, "a redirection to " + redirection.target().text() + " " + effect.text());
        }
        if (command.words().isEmpty()) {
            boolean alone = command.assignments().stream().allMatch(Word::literal);
            return command.redirections().stream().anyMatch(Redirection::writes)
                    ? whole.and(Effect.DESTROYS, "a redirection empties a file")
                    : whole.and(alone ? Effect.LOOKS : Effect.UNKNOWN, "the value of a variable is not known");
        }
        Optional<String> wrapped = Wrapping.objection(command);
        if (wrapped.isPresent()) {
            return new Whole(Effect.UNKNOWN, wrapped.get());
        }
        if (command.empty()) {
            boolean print = command.words().stream().allMatch(word -> word.is("env") || word.is("-0"));
            return whole.and(print ? Effect.LOOKS : Effect.UNKNOWN, "it names no command");
        }
        if (SHELLS.contains(command.tool())
                && command.args().size() == 2
                && command.args().get(0).is("-c")
                && command.args().get(1).literal()) {
            Whole inner = of(ParsedLine.read(command.args().get(1).value()), depth + 1);
            return whole.and(inner.effect(), inner.why());
        }
        Reading reading = reading(command);
        String why = reading.known()
                ? reading.name() + " " + reading.effect().text()
                : reading.why() + " is not in the effect tables";
        return whole.and(reading.effect(), why);
    }

    /** What the tables say of the command, and the machine of its targets. */
    Reading reading(SimpleCommand command) {
        Reading reading = tables.read(command);
        Optional<Reading> inside = Containers.looking(command, tables);
        if (inside.isPresent()) {
            return inside.get();
        }
        if (reading.known() && reading.effect() != Effect.LOOKS && endsTheMachine(reading)) {
            return new Reading(Effect.DESTROYS, reading.parts(), reading.name(), "", false);
        }
        if (reading.known() && reading.name().equals("cp") && makesOnly(reading)) {
            return new Reading(Effect.ADDITIVE, reading.parts(), "cp onto nothing", "", false);
        }
        if (reading.known() && reading.name().equals("tee") && makesFiles(reading)) {
            return new Reading(Effect.ADDITIVE, reading.parts(), "tee to nothing", "", true);
        }
        if (reading.known() && reading.name().matches("git (?:checkout|switch)") && !isBranchAlone(reading)) {
            return new Reading(Effect.CHANGES, reading.parts(), reading.name(), "", false);
        }
        return reading;
    }

    /** Units that end the machine or what runs on it, whatever verb begins them, or open a door to it. */
    private static boolean endsTheMachine(Reading reading) {
        return reading.parts().stream()
                .filter(part -> part.role() == Part.Role.OPERAND && part.kind() == OperandKind.UNIT)
                .anyMatch(part -> ENDING.matcher(part.word().value()).matches());
    }

    /** Whether nothing lies where a copy would go. */
    private boolean makesOnly(Reading reading) {
        List<String> operands = operands(reading);
        if (operands.size() != 2
                || reading.parts().stream()
                        .anyMatch(part ->
                                part.role() == Part.Role.VALUE || !part.word().literal())) {
            return false;
        }
        String target = operands.get(1);
        String name = PathText.baseOfFolder(operands.get(0));
        boolean free = switch (facts.path(target)) {
            case ABSENT -> true;
            case DIRECTORY -> facts.path(target + "/" + name) == PathKind.ABSENT;
            case FILE, UNKNOWN -> false;
        };
        return free && !SystemPaths.isGuarded(target);
    }

    /** Whether each file that it writes is not there yet, in a folder that is. */
    private boolean makesFiles(Reading reading) {
        return reading.parts().stream()
                .filter(part -> part.role() == Part.Role.OPERAND)
                .allMatch(part -> part.word().literal()
                        && part.word().value().startsWith("/")
                        && facts.path(part.word().value()) == PathKind.ABSENT
                        && !PathText.parent(part.word().value()).isEmpty()
                        && facts.path(PathText.parent(part.word().value())) == PathKind.DIRECTORY
                        && !SystemPaths.isGuarded(part.word().value()));
    }

    /** Of a branch and a file of the same name git takes the file, whose changes are lost. */
    private boolean isBranchAlone(Reading reading) {
        return operands(reading).stream().allMatch(name -> facts.path(name) == PathKind.ABSENT);
    }

    private static List<String> operands(Reading reading) {
        List<String> operands = new ArrayList<>();
        for (Part part : reading.parts()) {
            if (part.role() == Part.Role.OPERAND && part.kind() != OperandKind.TEXT) {
                operands.add(part.word().value());
            }
        }
        return operands;
    }

    static boolean isWrapper(String word) {
        return WRAPPERS.contains(word);
    }

    /** The failed command has opened the same file already. */
    private static Effect of(Redirection redirection) {
        if (!redirection.writes()) {
            return Effect.LOOKS;
        }
        Word target = redirection.target();
        if (target.value().matches("/dev/(?:null|stdout|stderr|tty|fd/[0-9]+)")) {
            return Effect.LOOKS;
        }
        if (!target.literal() || SystemPaths.isGuarded(target.value())) {
            return Effect.DESTROYS;
        }
        return redirection.truncates() ? Effect.REPEATABLE : Effect.ADDITIVE;
    }
}
