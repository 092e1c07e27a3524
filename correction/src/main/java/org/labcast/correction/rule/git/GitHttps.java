package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A public repository that was asked for over ssh without a key, over the protocol that is no more, or without any. */
public final class GitHttps implements Rule {
    private static final Pattern SAID = Pattern.compile(
            "Permission denied \\(publickey|^Host key verification failed"
                    + "|unauthenticated git protocol on port 9418|^fatal: unable to connect to |^fatal: repository '.*' does not exist");
    private static final int MOST = 20;
    private static final Pattern PUBLIC = Pattern.compile(
            "(?:git@|ssh://git@|git://|)"
                    + "((?:github|gitlab)\\.com|bitbucket\\.org|codeberg\\.org|git\\.savannah\\.gnu\\.org)[:/]([\\w.~/-]{1,200})");

    @Override
    public String name() {
        return "git_https";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "clone", "ls-remote", "fetch", "pull", "submodule")
                .filter(call -> context.says().find(SAID).isPresent())
                .stream()
                .flatMap(call ->
                        call.operands().stream().filter(Word::bare).limit(MOST).flatMap(word -> mended(call, word)))
                .toList();
    }

    /** Whether this rule has an answer, so that advice about keys is none. */
    public static boolean offers(FailureContext context) {
        return context.runs("git", "hub") && !new GitHttps().suggest(context).isEmpty();
    }

    private static Stream<Suggestion> mended(GitCall call, Word word) {
        Matcher address = PUBLIC.matcher(word.value());
        return !address.matches()
                ? Stream.empty()
                : Stream.of(Suggestion.sure(
                        call.is("clone", "ls-remote"),
                        call.situation()
                                .mended(Edit.replace(word, "https://" + address.group(1) + "/" + address.group(2))),
                        address.group(1) + " gives public repositories over https without a key."));
    }
}
