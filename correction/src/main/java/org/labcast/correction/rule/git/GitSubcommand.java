package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A second verb that git does not know ({@code git remote delete}, {@code git stash lst}): its usage has one that is alike. */
public final class GitSubcommand implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile("(?i)^(?:error: unknown subcommand"
            + "|usage: git (?:bisect|stash|remote|submodule|worktree|notes|bundle)\\b"
            + "|fatal: subcommand wasn't specified; 'push' can't be assumed)");
    private static final Pattern USAGE = Pattern.compile("^(?:usage|   or): git ");
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]{0,60}>");
    private static final Pattern VERB = Pattern.compile("(?:(?<![\\w=-])|(?<=--bisect-))[a-z][a-z-]+");

    /** What the usage of some versions leaves out; git-stash(1), git-bisect(1), git-remote(1). */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "stash", Set.of("apply", "branch", "clear", "drop", "list", "pop", "push", "save", "show"),
            "remote", Set.of("add", "rename", "remove", "set-head", "show", "prune", "update", "get-url", "set-url"),
            "bisect",
                    Set.of(
                            "start", "bad", "good", "new", "old", "terms", "skip", "next", "reset", "replay", "log",
                            "run"));
    /** What other tools, or other verbs of git, call it. */
    private static final Map<String, String> SYNONYMS =
            Map.of("delete", "remove", "del", "remove", "rm", "remove", "ls", "list", "create", "add", "new", "add");

    @Override
    public String name() {
        return "git_subcommand";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> called = GitCall.of(context);
        if (called.isEmpty()
                || called.get().args().isEmpty()
                || !called.get().args().get(0).bare()) {
            return List.of();
        }
        GitCall call = called.get();
        boolean wordless = context.nothingSaid() && call.is("remote");
        if (!wordless && context.says().find(UNKNOWN).isEmpty()) {
            return List.of();
        }
        Word wrong = call.args().get(0);
        Set<String> known = verbs(call);
        List<String> near = known.contains(wrong.value()) ? List.of() : near(wrong.value(), known);
        return near.isEmpty() && call.is("stash") && !known.contains(wrong.value())
                ? List.of(message(call))
                : near.stream()
                        .map(right -> mended(call, wrong, right, near.size() == 1))
                        .toList();
    }

    private static List<String> near(String typed, Set<String> known) {
        String synonym = SYNONYMS.getOrDefault(typed, "");
        List<String> near = known.contains(synonym) ? List.of(synonym) : Spelling.nearest(typed, known);
        return near.isEmpty()
                ? Spelling.likest(typed, known, Spelling.GUESS).stream().toList()
                : near;
    }

    private static Set<String> verbs(GitCall call) {
        Set<String> verbs = new TreeSet<>(KNOWN.getOrDefault(call.verbWord().value(), Set.of()));
        call.situation().says().lines().stream()
                .filter(line -> USAGE.matcher(line).find())
                .map(line -> PLACEHOLDER
                        .matcher(USAGE.matcher(line).replaceFirst(""))
                        .replaceAll(""))
                .flatMap(line -> VERB.matcher(line).results())
                .map(MatchResult::group)
                .forEach(verbs::add);
        verbs.remove(call.verbWord().value());
        return verbs;
    }

    private static Suggestion mended(GitCall call, Word wrong, String right, boolean only) {
        return Suggestion.sure(
                only,
                call.situation().mended(Edit.replace(wrong, right)),
                "git " + call.verbWord().value() + " does not know '" + wrong.value() + "'; '" + right
                        + "' is nearest.");
    }

    /** What stands behind {@code git stash} and is no verb may be the message; {@code save} is what old versions call it. */
    private static Suggestion message(GitCall call) {
        boolean old = call.situation().says().contains("git stash [save ");
        Word first = call.args().get(0);
        Word last = call.args().get(call.args().size() - 1);
        String text = call.situation().script().text().substring(first.start(), last.end());
        boolean plain = call.args().stream().allMatch(Word::literal);
        String message = String.join(" ", call.args().stream().map(Word::value).toList());
        String words = old || !plain ? "stash save " + text : "stash push -m " + Quoting.word(message);
        return Suggestion.risky(
                call.instead(words), "git stash has no verb '" + first.value() + "'; it may be a message.");
    }
}
