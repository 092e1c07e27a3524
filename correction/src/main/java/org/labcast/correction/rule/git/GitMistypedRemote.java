package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A remote that the repository does not have: one of nearly that name, or a branch given without its remote. */
public final class GitMistypedRemote implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^(?:fatal: '(" + GitCall.NAME + ")' does not appear to be a git repository"
                    + "|(?:error|fatal): No such remote:? '?(" + GitCall.NAME + ")'?$)");
    private static final Set<String> USUAL = Set.of("origin", "upstream");
    private static final Set<String> BRANCHES = Set.of("main", "master", "HEAD");
    private static final Set<String> LOOKS = Set.of("fetch", "ls-remote");

    @Override
    public String name() {
        return "git_mistyped_remote";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "push", "pull", "fetch", "ls-remote", "remote").stream()
                .flatMap(call -> context.says().findAll(SAID).limit(1).flatMap(said -> {
                    String name = said.group(1) == null ? said.group(2) : said.group(1);
                    return call.operand(name).stream().flatMap(word -> mended(call, word));
                }))
                .toList();
    }

    private static Stream<Suggestion> mended(GitCall call, Word wrong) {
        Optional<GitBranches> branches = GitBranches.of(call);
        Set<String> remotes = branches.map(GitBranches::remotes).orElse(USUAL);
        Set<String> locals = branches.map(GitBranches::local).orElse(BRANCHES);
        return locals.contains(wrong.value()) && call.is("push", "pull", "fetch")
                ? remote(call, wrong, remotes)
                : near(call, wrong, remotes, branches.isPresent());
    }

    private static Stream<Suggestion> near(GitCall call, Word wrong, Set<String> remotes, boolean known) {
        List<String> near = Spelling.nearest(wrong.value(), remotes);
        boolean sure =
                known && near.size() == 1 && LOOKS.contains(call.verbWord().value());
        return near.stream()
                .map(name -> Suggestion.sure(
                        sure,
                        call.situation().mended(Edit.replace(wrong, name)),
                        "There is no remote " + wrong.value() + "; " + name + " is the nearest."));
    }

    /** A branch stands where the remote should: the two are swapped, or the remote was left out. */
    private static Stream<Suggestion> remote(GitCall call, Word branch, Set<String> remotes) {
        List<Word> operands = call.operands();
        boolean first = operands.get(0).equals(branch);
        String why = branch.value() + " is a branch; the remote comes before it.";
        if (first && operands.size() == 2 && remotes.contains(operands.get(1).value())) {
            return Stream.of(Suggestion.risky(
                    call.situation()
                            .mended(
                                    Edit.replace(branch, operands.get(1).text()),
                                    Edit.replace(operands.get(1), branch.text())),
                    why));
        }
        boolean one = remotes.size() == 1 || remotes.contains("origin");
        String remote = remotes.contains("origin")
                ? "origin"
                : remotes.stream().findFirst().orElse("");
        return first && one && operands.size() == 1
                ? Stream.of(Suggestion.risky(call.situation().mended(Edit.before(branch, remote)), why))
                : Stream.empty();
    }
}
