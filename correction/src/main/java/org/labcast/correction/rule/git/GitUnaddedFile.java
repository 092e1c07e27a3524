package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** {@code git commit new.txt}: the file is there, but git was never told of it. */
public final class GitUnaddedFile implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^error: pathspec '([^'\\x00-\\x1f]{1,300})' did not match any file\\(s\\) known to git");

    @Override
    public String name() {
        return "git_unadded_file";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> called = GitCall.of(context).filter(call -> !call.is("restore"));
        return called.stream()
                .flatMap(call -> context.says()
                        .findAll(SAID)
                        .limit(1)
                        .flatMap(said -> call.operand(said.group(1)).stream())
                        .filter(word -> word.literal() && there(context, word.value()))
                        .map(word -> Suggestion.sure(
                                call.is("commit"),
                                call.after("add -- " + word.text()),
                                "git does not know " + word.value() + " yet.")))
                .toList();
    }

    private static boolean there(FailureContext context, String path) {
        PathKind kind = context.facts().path(path);
        return kind == PathKind.FILE || kind == PathKind.DIRECTORY;
    }
}
