package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A branch that is not there: git names one itself, or the repository has one of nearly that name, or {@code main} for {@code master}. */
public final class GitMistypedRef implements Rule {
    private static final Pattern ASKS = Pattern.compile("^Did you mean (?:this|one of these)\\?$");
    private static final Pattern ASKED = Pattern.compile("^\\s+(" + GitCall.NAME + ")$");
    private static final Pattern DEFAULT = Pattern.compile("(?<![\\w-])(master|main)(?![\\w-])");
    /** They change nothing, so that a unique nearest name will do. */
    private static final Set<String> LOOKS = Set.of(
            "log", "diff", "show", "shortlog", "describe", "rev-parse", "rev-list", "fetch", "blame", "cat-file");

    @Override
    public String name() {
        return "git_mistyped_ref";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context)
                .flatMap(MissingRef::of)
                .map(GitMistypedRef::mended)
                .orElse(List.of());
    }

    private static List<Suggestion> mended(MissingRef missing) {
        Optional<GitBranches> branches = GitBranches.of(missing.call());
        Stream<Suggestion> near = branches.stream().flatMap(known -> near(missing, known));
        return Stream.of(asked(missing), remote(missing), near, other(missing, branches))
                .flatMap(all -> all)
                .filter(suggestion -> !suggestion
                        .command()
                        .equals(missing.call().situation().failed().command()))
                .distinct()
                .toList();
    }

    private static Stream<Suggestion> asked(MissingRef missing) {
        List<String> lines = missing.call().situation().says().lines();
        return lines.stream()
                .dropWhile(line -> !ASKS.matcher(line).find())
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .limit(5)
                .map(ASKED::matcher)
                .filter(line -> line.matches())
                .map(line -> said(missing, line.group(1), false));
    }

    /** {@code git merge origin main}: pull takes two words for what the others want as one. */
    private static Stream<Suggestion> remote(MissingRef missing) {
        List<Word> operands = missing.call().operands();
        boolean two = operands.size() == 2
                && operands.get(0).is("origin")
                && missing.name().equals("origin");
        return two && missing.call().is("merge", "rebase", "log", "diff")
                ? Stream.of(Suggestion.risky(
                        missing.call().situation().mended(joined(operands.get(0), operands.get(1))),
                        "The branch of a remote is written as one word."))
                : Stream.empty();
    }

    private static Edit joined(Word remote, Word branch) {
        int blank = remote.end();
        return new Edit(blank, branch.start(), "/");
    }

    private static Stream<Suggestion> near(MissingRef missing, GitBranches branches) {
        Set<String> known = new TreeSet<>(missing.remote() ? branches.atRemotes() : branches.names());
        if (!missing.remote()) {
            known.add("HEAD");
        }
        List<String> near = Spelling.nearest(missing.name(), known);
        return near.isEmpty()
                ? Spelling.likest(missing.name(), known, Spelling.GUESS).stream()
                        .map(name -> said(missing, name, false))
                : near.stream().map(name -> said(missing, name, near.size() == 1));
    }

    /** What one half of the world calls main, the other calls master. */
    private static Stream<Suggestion> other(MissingRef missing, Optional<GitBranches> branches) {
        String name = DEFAULT.matcher(missing.name())
                .replaceAll(found -> found.group().equals("main") ? "master" : "main");
        boolean absent = branches.isPresent() && !branches.get().names().contains(name);
        return name.equals(missing.name()) || absent ? Stream.empty() : Stream.of(said(missing, name, false));
    }

    private static Suggestion said(MissingRef missing, String name, boolean only) {
        return Suggestion.sure(
                only && (LOOKS.contains(missing.call().verbWord().value()) || goesTo(missing, name)),
                missing.replaced(name),
                "There is no " + missing.name() + "; " + name + " is the nearest name.");
    }

    /** Another branch of that name alone: git keeps local changes, or refuses; another digit would be another release. */
    private static boolean goesTo(MissingRef missing, String name) {
        return missing.call().is("checkout", "switch")
                && missing.call().args().equals(List.of(missing.word()))
                && missing.whole()
                && Spelling.isOneSlip(missing.name(), name)
                && missing.name().replaceAll("\\D", "").equals(name.replaceAll("\\D", ""));
    }
}
