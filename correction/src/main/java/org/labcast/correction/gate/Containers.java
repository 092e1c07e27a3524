package org.labcast.correction.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** A command in a container that runs already: it only looks when the command inside, which the same tables know, only looks. */
final class Containers {
    private static final Set<String> TOOLS = Set.of("docker", "podman", "nerdctl", "kubectl", "oc");
    private static final Set<String> CLUSTER = Set.of("kubectl", "oc");
    /** Docker's own letters: interactive, a terminal; with a value: user, folder, variable, kubectl's container and namespace. */
    private static final String LETTERS = "-[it]{1,2}";

    private static final Set<String> VALUED =
            Set.of("-u", "--user", "-w", "--workdir", "-c", "--container", "-n", "--namespace");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    private Containers() {}

    /** How such a call reads; empty when it is none, or does more than look. */
    static Optional<Reading> looking(SimpleCommand command, EffectTables tables) {
        if (command.empty() || !TOOLS.contains(command.nameWord().value())) {
            return Optional.empty();
        }
        List<Word> args = command.args();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(command.nameWord(), Part.Role.TOOL, OperandKind.TEXT));
        int at = 0;
        if (at >= args.size() || !args.get(at).is("exec")) {
            return Optional.empty();
        }
        parts.add(new Part(args.get(at), Part.Role.VERB, OperandKind.TEXT));
        at++;
        boolean named = false;
        while (at < args.size() && (args.get(at).option() || !named)) {
            Word word = args.get(at);
            if (!word.literal()) {
                return Optional.empty();
            }
            if (VALUED.contains(word.value()) && at + 1 < args.size()) {
                parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
                parts.add(new Part(args.get(at + 1), Part.Role.VALUE, OperandKind.NAME));
                at++;
            } else if (word.value().matches(LETTERS) || (word.is("--") && named)) {
                parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
            } else if (!word.option()) {
                named = true;
                parts.add(new Part(word, Part.Role.OPERAND, OperandKind.NAME));
            } else {
                return Optional.empty();
            }
            at++;
        }
        boolean parted =
                !CLUSTER.contains(command.tool()) || args.stream().limit(at).anyMatch(word -> word.is("--"));
        return at < args.size() && parted ? inside(command, at, parts, tables) : Optional.empty();
    }

    private static Optional<Reading> inside(SimpleCommand command, int at, List<Part> parts, EffectTables tables) {
        int name = command.name() + 1 + at;
        SimpleCommand inner = new SimpleCommand(
                "", List.of(), command.words().subList(name, command.words().size()), List.of(), 0);
        if (!inner.nameWord().literal()) {
            return Optional.empty();
        }
        boolean text = SHELLS.contains(inner.tool())
                && inner.args().size() == 2
                && inner.args().get(0).is("-c")
                && inner.args().get(1).literal();
        if (text) {
            inner.words()
                    .forEach(word -> parts.add(new Part(
                            word, word.equals(inner.nameWord()) ? Part.Role.TOOL : Part.Role.VALUE, OperandKind.TEXT)));
            return looks(ParsedLine.read(inner.args().get(1).value()), tables)
                    ? Optional.of(read(parts))
                    : Optional.empty();
        }
        Reading reading = tables.read(inner);
        parts.addAll(reading.parts());
        return reading.effect() == Effect.LOOKS ? Optional.of(read(parts)) : Optional.empty();
    }

    private static Reading read(List<Part> parts) {
        return new Reading(Effect.LOOKS, parts, "the command in the container", "", true);
    }

    private static boolean looks(ParsedLine line, EffectTables tables) {
        return line.readable()
                && !line.opaque()
                && !line.structured()
                && !line.commands().isEmpty()
                && line.commands().stream()
                        .allMatch(one -> !one.empty()
                                && one.name() == 0
                                && one.assignments().isEmpty()
                                && one.redirections().isEmpty()
                                && tables.read(one).effect() == Effect.LOOKS);
    }

    /** Whether sh is called where bash was. */
    static boolean isSmallerShell(String typed, String name) {
        return typed.matches("(?:(?:/usr)?/bin/)?bash") && name.equals(typed.replaceFirst("bash$", "sh"));
    }
}
