package org.labcast.correction.rule.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Word;

/** {@code git push} or {@code git pull} of a branch that follows none, or one of another name: git says what to write. */
public final class GitUpstream implements Rule {
    private static final Pattern PUSH =
            Pattern.compile("^\\s+git push ((?:--set-upstream )?" + GitCall.NAME + " " + GitCall.NAME + ")\\s*$");
    private static final Pattern PULL = Pattern.compile("^\\s+git branch --set-upstream-to=(?:<remote>|(" + GitCall.NAME
            + "))/<branch> (" + GitCall.NAME + ")\\s*$");
    /** Options of git-push(1) whose value is a word of its own. */
    private static final Set<String> VALUED = Set.of("-o", "--push-option", "--receive-pack", "--exec", "--repo");

    @Override
    public String name() {
        return "git_upstream";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> push = GitCall.of(context, "push");
        Optional<GitCall> pull =
                GitCall.of(context, "pull").filter(call -> call.operands().isEmpty());
        return Stream.concat(
                        push.stream()
                                .flatMap(call -> context.says().findAll(PUSH).map(said -> pushed(call, said))),
                        pull.stream()
                                .flatMap(call ->
                                        context.says().findAll(PULL).limit(1).flatMap(said -> pulled(call, said))))
                .toList();
    }

    private static Suggestion pushed(GitCall call, Matcher said) {
        String options = options(call.args());
        return Suggestion.safe(
                call.instead("push " + said.group(1) + options),
                "The branch has no upstream of its name; git says how to push it.");
    }

    /** What git names replaces the remote, the branch and the option that sets the upstream; the other options stay. */
    private static String options(List<Word> args) {
        List<String> kept = new ArrayList<>();
        boolean value = false;
        for (Word word : args) {
            boolean upstream = word.is("-u") || word.is("--set-upstream");
            if (value || (word.option() && !upstream)) {
                kept.add(" " + word.text());
            }
            value = VALUED.contains(word.value());
        }
        return String.join("", kept);
    }

    private static Stream<Suggestion> pulled(GitCall call, Matcher said) {
        String remote = said.group(1) == null ? "origin" : said.group(1);
        String branch = said.group(2);
        String why = "The branch " + branch + " follows none; the one of the same name at " + remote + " is a guess.";
        return Stream.of(
                Suggestion.risky(call.after("branch --set-upstream-to=" + remote + "/" + branch + " " + branch), why),
                Suggestion.risky(call.situation().mended(call.append(remote + " " + branch)), why));
    }
}
