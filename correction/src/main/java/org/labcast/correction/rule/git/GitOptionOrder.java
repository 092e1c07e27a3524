package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code git log README -p}: an option stands behind a path. */
public final class GitOptionOrder implements Rule {
    private static final Pattern SAID = Pattern.compile(
            "^fatal: (?:bad flag '(-[^']{1,100})' used after filename|option '(-[^']{1,100})' must come before non-option arguments)");

    @Override
    public String name() {
        return "git_option_order";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<GitCall> call = GitCall.of(context);
        return call.stream()
                .flatMap(git -> context.says().findAll(SAID).limit(1).flatMap(said -> {
                    String option = said.group(1) == null ? said.group(2) : said.group(1);
                    return mended(git, option).stream();
                }))
                .toList();
    }

    private static Optional<Suggestion> mended(GitCall call, String option) {
        List<Word> args = call.args();
        List<String> values = args.stream().map(Word::value).toList();
        int from = values.indexOf(option);
        // The nearest path before it: what stands further on the left may be a revision, which options may follow.
        int to = from - 1;
        while (to >= 0 && args.get(to).option()) {
            to--;
        }
        if (to < 0) {
            return Optional.empty();
        }
        Word moved = args.get(from);
        String mended = call.situation()
                .mended(
                        Edit.before(args.get(to), moved.text()),
                        new Edit(args.get(from - 1).end(), moved.end(), ""));
        return Optional.of(Suggestion.safe(mended, "git wants " + option + " before the paths."));
    }
}
