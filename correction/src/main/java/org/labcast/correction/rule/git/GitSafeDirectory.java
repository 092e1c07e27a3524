package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The repository belongs to somebody else, whose hooks and settings git would run: it names the setting that trusts it. */
public final class GitSafeDirectory implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^\\s+git config --global --add safe\\.directory '?(/[^\\x00-\\x1f']{0,300})'?$");

    @Override
    public String name() {
        return "git_safe_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context).stream()
                .flatMap(call -> context.says().findAll(SAID).limit(1).flatMap(said -> mended(call, said.group(1))))
                .toList();
    }

    /** Old versions do not look at {@code -c safe.directory}, so the second is for the newer ones: it leaves no trace. */
    private static Stream<Suggestion> mended(GitCall call, String directory) {
        SimpleCommand command = call.situation().command();
        Word git = command.nameWord();
        String tool = call.situation().script().text().substring(command.start(), git.end());
        String path = Quoting.word(directory);
        String why = directory + " is somebody else's; trust it only if that one may run commands as you.";
        return Stream.of(
                        command.preceded(tool + " config --global --add safe.directory " + path),
                        Edit.after(git, "-c safe.directory=" + path))
                .map(edit -> Suggestion.risky(call.situation().mended(edit), why));
    }
}
