package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/** A pattern grew into more names than a program takes; xargs hands them over in portions. */
public final class TooManyArguments implements Rule {
    private static final Pattern TOO_LONG = Pattern.compile("(\\S{1,200}): Argument list too long$");
    /** What they print for some files does not depend on the others. */
    private static final Set<String> READS = Set.of(
            "cat",
            "egrep",
            "fgrep",
            "file",
            "grep",
            "head",
            "md5sum",
            "sha1sum",
            "sha256sum",
            "stat",
            "strings",
            "tail",
            "zgrep");

    @Override
    public String name() {
        return "too_many_arguments";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean tooLong = READS.contains(command.tool())
                && command.name() == 0
                && command.redirections().stream()
                        .noneMatch(redirection -> redirection.operator().contains("<"))
                && !command.joint().startsWith("|")
                && context.says()
                        .find(TOO_LONG)
                        .filter(said -> PathText.base(said.group(1)).equals(command.tool()))
                        .isPresent();
        if (!tooLong) {
            return List.of();
        }
        List<Word> patterns =
                command.args().stream().dropWhile(word -> !pattern(word)).toList();
        if (patterns.isEmpty() || !patterns.stream().allMatch(TooManyArguments::pattern)) {
            return List.of();
        }
        String names = patterns.stream().map(Word::text).collect(Collectors.joining(" "));
        int start = command.nameWord().start();
        String call = context.script()
                .text()
                .substring(start, patterns.get(0).start())
                .strip();
        return List.of(Suggestion.safe(
                context.mended(new Edit(
                        start,
                        patterns.get(patterns.size() - 1).end(),
                        "printf '%s\\0' " + names + " | xargs -0 " + call)),
                "There are more names than one call takes; xargs makes several."));
    }

    private static boolean pattern(Word word) {
        return !word.literal() && !word.option() && word.text().matches("[\\w./*?\\[\\]~@%+,:-]+");
    }
}
