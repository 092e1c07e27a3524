package org.labcast.correction.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.effect.SystemPaths;
import org.labcast.correction.gate.Verdict.Proven;
import org.labcast.correction.gate.Verdict.Unproven;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;
import org.labcast.text.Spelling;

/** What may run before the same command, because that command needs it: a folder, a list of packages, a package, a group. */
final class Preparation {
    /** Below these a folder may stand for a volume that is not there. */
    private static final String VOLUMES =
            "/(?:mnt|media|run|net|misc|Volumes|cdrom|afs|vol\\d*|nfs|data\\d*|backups?|export|proc|sys|dev)(?:/.*)?";

    private static final int LONG = 6;

    private final MachineFacts facts;
    private final LineEffect effects;

    Preparation(MachineFacts facts, LineEffect effects) {
        this.facts = facts;
        this.effects = effects;
    }

    Verdict judge(List<SimpleCommand> before, List<SimpleCommand> after, LineEffect.Whole whole) {
        if (after.size() != before.size() + 1) {
            return new Unproven(whole.effect(), "several commands are added");
        }
        int at = 0;
        while (at < before.size()
                && after.get(at).joint().equals(before.get(at).joint())
                && Prover.isSameBut(before.get(at), after.get(at))) {
            at++;
        }
        if (at == before.size()) {
            return new Unproven(whole.effect(), "a command is added at the end");
        }
        SimpleCommand first = after.get(at);
        boolean rest = first.joint().equals(before.get(at).joint())
                && (after.get(at + 1).joint().equals("&&") || isThere(first, after.get(at + 1)));
        for (int i = at; i < before.size(); i++) {
            rest &= Prover.isSameBut(before.get(i), after.get(i + 1))
                    && (i == at || before.get(i).joint().equals(after.get(i + 1).joint()));
        }
        if (!rest) {
            return new Unproven(whole.effect(), "a command is added and another one changed");
        }
        SimpleCommand same = before.get(at);
        if (isThere(first, after.get(at + 1))) {
            return whole.effect().harmless()
                    ? new Proven(
                            whole.effect(), SafetyReason.NEEDED_FIRST, "it runs only where the user is not there yet")
                    : new Unproven(whole.effect(), whole.why());
        }
        if (before.size() == 1 && areLineEndsOf(first, same)) {
            return new Proven(
                    whole.effect(),
                    SafetyReason.NEEDED_FIRST,
                    "the script that was signed runs, once its lines end as the system reads them");
        }
        // All that follows runs as it was signed; what nobody knows may count on failing here.
        if (whole.effect().compareTo(Effect.CHANGES) > 0) {
            return new Unproven(whole.effect(), whole.why());
        }
        return objection(first, same)
                .<Verdict>map(objection -> new Unproven(whole.effect(), objection))
                .orElseGet(() -> new Proven(
                        whole.effect(),
                        SafetyReason.NEEDED_FIRST,
                        effects.reading(first).name() + " only supplies what the same command needs first"));
    }

    /** Whether it takes the carriage returns from the ends of the lines of the script, and of nothing else, that alone root or the user writes. */
    private boolean areLineEndsOf(SimpleCommand first, SimpleCommand same) {
        List<String> words = Prover.values(first.words());
        return same.name() == 0
                && !same.empty()
                && same.nameWord().literal()
                && first.redirections().isEmpty()
                && first.assignments().isEmpty()
                && words.equals(List.of("sed", "-i", "s/\\r$//", same.nameWord().value()))
                && same.nameWord().value().matches("(?!-)[\\w./-]*/[\\w.-]+")
                && facts.path(same.nameWord().value()) == PathKind.FILE
                && facts.isGuarded(same.nameWord().value());
    }

    private Optional<String> objection(SimpleCommand first, SimpleCommand same) {
        Reading reading = effects.reading(first);
        if (!first.redirections().isEmpty() || !first.assignments().isEmpty() || !reading.known()) {
            return Optional.of("what is to run first is not in the effect tables");
        }
        // Not more rights than the command itself was given.
        if (!wrappers(first).equals(wrappers(same)) && !wrappers(first).isEmpty()) {
            return Optional.of("what is to run first would have other rights");
        }
        return switch (reading.name()) {
            case "mkdir" -> folder(reading, same);
            case "apt-get update", "apt update", "apk update", "zypper refresh", "dnf makecache", "yum makecache" ->
                same.tool().equals(first.tool()) || same.tool().startsWith("apt")
                        ? Optional.empty()
                        : Optional.of("the lists of packages are not what it needs");
            case "apt-get install", "apt install", "dnf install", "yum install", "zypper install", "apk add" ->
                itsPackage(reading, same);
            case "groupadd", "addgroup" -> group(reading, same);
            default -> Optional.of(reading.name() + " is not known as what it needs first");
        };
    }

    /** {@code getent passwd NAME ||} before the command that adds just this user. */
    private static boolean isThere(SimpleCommand first, SimpleCommand same) {
        List<String> look = Prover.values(first.words());
        List<Word> operands = same.operands();
        return same.joint().equals("||")
                && same.tool().equals("useradd")
                && first.redirections().isEmpty()
                && first.assignments().isEmpty()
                && !operands.isEmpty()
                && look.equals(List.of(
                        "getent", "passwd", operands.get(operands.size() - 1).value()));
    }

    private static List<String> wrappers(SimpleCommand command) {
        return Prover.values(command.words()
                .subList(0, Math.min(command.name(), command.words().size())));
    }

    private static List<String> operands(Reading reading) {
        return reading.parts().stream()
                .filter(part -> part.role() == Part.Role.OPERAND)
                .map(part -> part.word().value())
                .toList();
    }

    private Optional<String> folder(Reading mkdir, SimpleCommand same) {
        List<String> folders = operands(mkdir);
        boolean plain = mkdir.parts().stream()
                .filter(part -> part.role() == Part.Role.OPTION)
                .allMatch(part -> part.word().is("-p"));
        if (folders.size() != 1
                || !plain
                || mkdir.parts().stream().anyMatch(part -> !part.word().literal())) {
            return Optional.of("more than one folder is made");
        }
        String folder = PathText.withoutSlashes(folders.get(0));
        boolean named = Stream.concat(
                        same.args().stream(), same.redirections().stream().map(Redirection::target))
                .map(Word::value)
                .map(PathText::withoutSlashes)
                .anyMatch(value -> value.equals(folder)
                        || value.startsWith(folder + "/")
                        || value.endsWith("=" + folder)
                        || value.contains("=" + folder + "/"));
        if (!named) {
            return Optional.of("the folder is none that the command names");
        }
        return makes(folder);
    }

    /** Why the folder is not made on a guess; nothing when it may be. */
    Optional<String> makes(String folder) {
        if (SystemPaths.isGuarded(folder) || folder.matches(VOLUMES) || folder.startsWith("~")) {
            return Optional.of("a folder there may stand for a volume, or belongs to the system");
        }
        String missing = folder;
        String parent = parent(missing);
        while (facts.path(parent) == PathKind.ABSENT && !parent.equals("/") && !parent.isEmpty()) {
            missing = parent;
            parent = parent(missing);
        }
        if (facts.path(folder) == PathKind.DIRECTORY) {
            return Optional.empty();
        }
        if (parent.equals("/") || facts.path(parent.isEmpty() ? "." : parent) != PathKind.DIRECTORY) {
            return Optional.of("the folder that it would be made in is not known");
        }
        if (facts.isIdleMountPoint(parent)) {
            return Optional.of("nothing is mounted where it would be made");
        }
        String name = PathText.base(missing);
        Set<String> siblings = facts.entries(parent.isEmpty() ? "." : parent);
        Optional<String> near = siblings.stream()
                .filter(sibling -> isNear(name, sibling))
                .sorted()
                .findFirst();
        return near.map(sibling -> "there is " + sibling + " beside it, which may have been meant");
    }

    private static boolean isNear(String name, String sibling) {
        return !Spelling.nearest(name, Set.of(sibling)).isEmpty()
                || sibling.equalsIgnoreCase(name)
                || (name.length() >= LONG - 2
                        && (sibling.startsWith(name) || name.startsWith(sibling))
                        && sibling.length() >= LONG - 2);
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : slash < 0 ? "" : path.substring(0, slash);
    }

    /** The package that carries the command, by our own list: what a machine or a tool proposes is another's word. */
    private Optional<String> itsPackage(Reading install, SimpleCommand same) {
        List<String> packages = operands(install);
        boolean its = packages.size() == 1
                && !same.empty()
                && Carriers.of(same.tool()).contains(packages.get(0));
        return its && facts.names(NameKind.PACKAGES).contains(packages.get(0))
                ? Optional.empty()
                : Optional.of("it is not known that this package carries " + (same.empty() ? "it" : same.tool()));
    }

    private Optional<String> group(Reading groupadd, SimpleCommand same) {
        Reading reading = effects.reading(same);
        List<String> made = operands(groupadd);
        Set<String> others = new HashSet<>(facts.names(NameKind.GROUPS));
        boolean near = others.stream()
                .anyMatch(other -> !made.isEmpty()
                        && !Spelling.nearest(made.get(0), Set.of(other)).isEmpty());
        Set<String> named = same.args().stream().map(Word::value).collect(Collectors.toSet());
        boolean asked = reading.known()
                && made.size() == 1
                && groupadd.parts().stream().noneMatch(part -> part.role() == Part.Role.OPTION)
                && named.contains(made.get(0))
                && groupadd.parts().stream().anyMatch(part -> part.kind() == OperandKind.GROUP);
        if (!asked || others.isEmpty()) {
            return Optional.of("the group is none that the command names, or which groups there are is not known");
        }
        return near ? Optional.of("there is a group of nearly this name") : Optional.empty();
    }
}
