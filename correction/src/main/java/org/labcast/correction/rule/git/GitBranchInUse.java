package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** The branch that is to be deleted is the one that is checked out. */
public final class GitBranchInUse implements Rule {
    private static final Pattern SAID = Pattern.compile(
            "^error: [Cc]annot delete branch '(" + GitCall.NAME + ")' (?:checked out|used by worktree) at '");

    @Override
    public String name() {
        return "git_branch_in_use";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "branch");
        return call.stream()
                .flatMap(git -> context.says().findAll(SAID).limit(1).flatMap(said -> mended(git, said.group(1))))
                .toList();
    }

    private static Stream<Suggestion> mended(GitCall call, String branch) {
        Optional<GitBranches> branches = GitBranches.of(call);
        Optional<String> other = branches.isEmpty()
                ? Optional.of(branch.equals("master") ? "main" : "master")
                : branches.flatMap(GitBranches::main).filter(name -> !name.equals(branch));
        return other.stream().flatMap(name -> leaving(call, "checkout " + name));
    }

    private static Stream<Suggestion> leaving(GitCall call, String checkout) {
        String why = "The branch is checked out; another one has to be first.";
        String first = call.after(checkout);
        // Whoever is certain may also lose what was not merged.
        Stream<String> forced = call.args().stream()
                .filter(word -> word.is("-d"))
                .limit(1)
                .map(word -> call.situation().mended(call.before(checkout), Edit.replace(word, "-D")));
        return Stream.concat(Stream.of(first), forced).map(command -> Suggestion.risky(command, why));
    }
}
