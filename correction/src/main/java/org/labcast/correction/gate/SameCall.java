package org.labcast.correction.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * Corrections that may change something because they are the signed call itself, written as this machine's tool reads it: by the name
 * that the tool has here, with the delimiter that closes it, with the branch that is meant where none is named.
 */
final class SameCall {
    private static final Pattern OPEN =
            Pattern.compile("s([/#|,:!@%])((?:(?!\\1)[^\\\\\\n;])+)\\1((?:(?!\\1)[^\\\\\\n;])+)");
    /** A letter that is a flag of sed's command as well, so that the delimiter may be missing before it. */
    private static final Pattern MAY_BE_FLAG = Pattern.compile("(?s).*[giIpewmM]");

    private static final Set<String> SED_OPTIONS =
            Set.of("-i", "-e", "-n", "-E", "-r", "-s", "-ne", "-ie", "-Ei", "-ri");
    private static final Set<String> PUSH_OPTIONS = Set.of("-q", "-v", "-u", "--quiet", "--verbose", "--set-upstream");
    private static final String BRANCHES = "git branch -a --no-color --no-column";
    private static final Pattern REMOTE = Pattern.compile("(?m)^\\s*remotes/(?!origin/)");

    private final MachineFacts facts;
    private final LineEffect effects;

    SameCall(MachineFacts facts, LineEffect effects) {
        this.facts = facts;
        this.effects = effects;
    }

    /** Why it is the same call; nothing when that is not known. */
    Optional<String> proof(SimpleCommand from, SimpleCommand to) {
        boolean changes =
                effects.of(from).effect() == Effect.CHANGES && effects.of(to).effect() == Effect.CHANGES;
        if (!changes || from.empty() || to.empty()) {
            return Optional.empty();
        }
        if (isRenamed(from, to)) {
            return Optional.of("it is the same call under the name that the tool has here");
        }
        if (isClosed(from, to)) {
            return Optional.of("the last delimiter was missing, and all else is as it was signed");
        }
        if (isPushOfDefault(from, to)) {
            return Optional.of(
                    "the repository's one branch is called so, here and at the remote, and nothing has the other name");
        }
        return isPushOfBranch(from, to)
                ? Optional.of("the branch at hand is pushed under its own name, and git takes nothing away")
                : Optional.empty();
    }

    private boolean isRenamed(SimpleCommand from, SimpleCommand to) {
        Set<String> here = facts.names(NameKind.EXECUTABLES);
        boolean wrapped = Prover.texts(from.words().subList(0, from.name()))
                .equals(Prover.texts(to.words().subList(0, to.name())));
        return wrapped && here.contains(to.tool()) && Equivalents.areSame(call(from), call(to));
    }

    private static String call(SimpleCommand command) {
        return String.join(
                " ",
                Prover.texts(
                        command.words().subList(command.name(), command.words().size())));
    }

    /** One script that lacks nothing but the delimiter at its end; in the text behind the second one no other end can have been meant. */
    private static boolean isClosed(SimpleCommand from, SimpleCommand to) {
        List<Word> before = from.words();
        List<Word> after = to.words();
        if (!from.tool().equals("sed") || before.size() != after.size()) {
            return false;
        }
        int closed = 0;
        for (int i = 0; i < before.size(); i++) {
            Word word = before.get(i);
            if (word.text().equals(after.get(i).text())) {
                if (i > from.name() && word.option() && !SED_OPTIONS.contains(word.value())) {
                    return false;
                }
                continue;
            }
            Matcher open = OPEN.matcher(word.value());
            if (!open.matches()
                    || !after.get(i).literal()
                    || MAY_BE_FLAG.matcher(open.group(3)).matches()
                    || !after.get(i).value().equals(word.value() + open.group(1))) {
                return false;
            }
            closed++;
        }
        return closed == 1;
    }

    /** {@code git push origin master} where there is no branch but {@code main}, or the other way round. */
    private boolean isPushOfDefault(SimpleCommand from, SimpleCommand to) {
        List<String> before = Prover.values(from.args());
        List<String> after = Prover.values(to.args());
        if (!from.tool().equals("git")
                || !to.tool().equals("git")
                || from.name() != 0
                || to.name() != 0
                || before.size() != 3
                || after.size() != 3
                || !before.subList(0, 2).equals(List.of("push", "origin"))
                || !after.subList(0, 2).equals(List.of("push", "origin"))
                || !Set.of(before.get(2), after.get(2)).equals(Set.of("main", "master"))) {
            return false;
        }
        List<String> branches = facts.answer(BRANCHES)
                .orElse("")
                .lines()
                .map(line -> line.strip().replaceFirst(" -> .*", ""))
                .filter(line -> !line.equals("remotes/origin/HEAD"))
                .toList();
        String name = after.get(2);
        return Set.of("* " + name, "remotes/origin/" + name).equals(Set.copyOf(branches));
    }

    /** {@code git push} of a branch without upstream: what git itself would have to be told, as far as this repository knows. */
    private boolean isPushOfBranch(SimpleCommand from, SimpleCommand to) {
        List<String> words = Prover.values(to.args());
        List<String> options = Prover.values(from.args());
        if (!from.tool().equals("git")
                || !to.tool().equals("git")
                || from.name() != 0
                || to.name() != 0
                || options.isEmpty()
                || !options.get(0).equals("push")
                || !PUSH_OPTIONS.containsAll(options.subList(1, options.size()))
                || words.size() < 4
                || !words.subList(0, 3).equals(List.of("push", "--set-upstream", "origin"))
                || !PUSH_OPTIONS.containsAll(words.subList(4, words.size()))) {
            return false;
        }
        String branches = facts.answer(BRANCHES).orElse("");
        return branches.lines().anyMatch(line -> line.strip().equals("* " + words.get(3)))
                && !REMOTE.matcher(branches).find();
    }
}
