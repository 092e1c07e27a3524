package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** {@code git commit -m fix the bug}: the words behind the first one are taken for files. */
public final class GitUnquotedMessage implements Rule {
    private static final Pattern SAID = Pattern.compile("^(?:error: pathspec '(.{1,200})' did not match any file"
            + "|fatal: paths '(.{1,200}) \\.\\.\\.' with -a does not make sense)");
    private static final Pattern MESSAGE = Pattern.compile("-[a-z]{0,5}m|--message");

    @Override
    public String name() {
        return "git_unquoted_message";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context, "commit");
        return call.flatMap(GitUnquotedMessage::mended).stream().toList();
    }

    private static Optional<Suggestion> mended(GitCall call) {
        List<Word> words = call.args().stream()
                .dropWhile(word -> !MESSAGE.matcher(word.value()).matches())
                .skip(1)
                .takeWhile(word -> !word.option())
                .toList();
        boolean files = words.stream().skip(1).anyMatch(word -> isFile(call, word));
        if (words.size() < 2 || files || !words.stream().allMatch(Word::literal)) {
            return Optional.empty();
        }
        boolean said = call.situation()
                .says()
                .findAll(SAID)
                .anyMatch(complaint -> words.stream()
                        .skip(1)
                        .anyMatch(
                                word -> word.is(complaint.group(1) == null ? complaint.group(2) : complaint.group(1))));
        String message = words.stream().map(Word::value).collect(Collectors.joining(" "));
        Edit quoted = new Edit(words.get(0).start(), words.get(words.size() - 1).end(), Quoting.word(message));
        return said
                ? Optional.of(Suggestion.risky(
                        call.situation().mended(quoted), "The message has blanks and no quotes around it."))
                : Optional.empty();
    }

    private static boolean isFile(GitCall call, Word word) {
        PathKind kind = call.situation().facts().path(word.value());
        return kind == PathKind.FILE
                || kind == PathKind.DIRECTORY
                || word.value().contains("/");
    }
}
