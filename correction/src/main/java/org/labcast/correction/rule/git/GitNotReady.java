package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** Git wants local changes, an unfinished merge and the like out of the way first. */
public final class GitNotReady implements Rule {
    /**
     * @param verb what failed; empty for any
     * @param before the call of git that clears the way
     * @param after the one that brings back what was cleared away, or empty
     */
    private record Obstacle(String verb, Pattern said, String before, String after) {
        static Obstacle of(String verb, String said, String before, String after) {
            return new Obstacle(verb, Pattern.compile(said), before, after);
        }
    }

    private static final String LOCAL = "or stash them";

    private static final List<Obstacle> OBSTACLES = List.of(
            Obstacle.of(
                    "stash",
                    "local changes to the following files would be overwritten by merge",
                    "add --update",
                    "reset ."),
            Obstacle.of("pull", "You have unstaged changes|contains uncommitted changes", "stash", "stash pop"),
            Obstacle.of("", LOCAL, "stash", ""),
            Obstacle.of("pull", LOCAL, "stash", "stash pop"),
            Obstacle.of("", "untracked working tree files would be overwritten", "stash --include-untracked", ""),
            Obstacle.of(
                    "",
                    "You have not concluded your merge|not possible because you have unmerged files",
                    "merge --abort",
                    ""),
            Obstacle.of("commit", "^nothing added to commit but untracked files present", "add --all", ""),
            Obstacle.of("bisect", "^You need to start by \"git bisect start\"", "bisect start", ""));

    @Override
    public String name() {
        return "git_not_ready";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context);
        return call.stream()
                .flatMap(git -> OBSTACLES.stream()
                        .filter(obstacle -> obstacle.verb().isEmpty() ? !git.is("stash") : git.is(obstacle.verb()))
                        .filter(obstacle -> context.says().find(obstacle.said()).isPresent())
                        .map(obstacle -> cleared(git, obstacle)))
                .distinct()
                .toList();
    }

    private static Suggestion cleared(GitCall call, Obstacle obstacle) {
        String mended = obstacle.after().isEmpty()
                ? call.after(obstacle.before())
                : call.between(obstacle.before(), obstacle.after());
        return Suggestion.risky(
                mended, "Something in the repository is in the way; git " + obstacle.before() + " clears it.");
    }
}
