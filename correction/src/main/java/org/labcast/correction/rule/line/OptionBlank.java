package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A blank too many behind an option's dash, as in {@code ls - la}, or one too few behind its letters, as in {@code ls -la/etc}. */
public final class OptionBlank implements Rule {
    private static final Pattern LETTERS = Pattern.compile("[a-zA-Z]{1,8}|[a-z]{2,20}(?:-[a-z]{1,20}){0,5}");
    private static final Pattern RUN_TOGETHER = Pattern.compile("-[a-zA-Z]{1,8}+[/~].*");
    private static final Pattern NOT_AN_OPTION = Pattern.compile("(?:invalid|unknown|illegal) option -- ?'?[/~]");

    @Override
    public String name() {
        return "option_blank";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        List<Suggestion> apart = IntStream.range(1, args.size())
                .filter(i -> (args.get(i - 1).is("-") || args.get(i - 1).is("--"))
                        && LETTERS.matcher(args.get(i).text()).matches()
                        && isMissing(context, args.get(i).value()))
                .mapToObj(i -> joined(context, args.get(i - 1), args.get(i)))
                .limit(1)
                .toList();
        return apart.isEmpty() && context.says().find(NOT_AN_OPTION).isPresent() ? together(context) : apart;
    }

    private static Suggestion joined(FailureContext context, Word dash, Word letters) {
        return Suggestion.safe(
                context.mended(new Edit(dash.start(), letters.end(), dash.text() + letters.text())),
                "No blank belongs behind the dash of an option.");
    }

    private static boolean isMissing(FailureContext context, String name) {
        return context.says().lines().stream()
                .anyMatch(line -> line.contains(name) && line.contains("No such file or directory"));
    }

    private static List<Suggestion> together(FailureContext context) {
        return context.command().args().stream()
                .filter(word -> RUN_TOGETHER.matcher(word.text()).matches())
                .limit(1)
                .map(word -> {
                    int at = word.start()
                            + word.text().replaceFirst("[/~].*", "").length();
                    return Suggestion.safe(
                            context.mended(new Edit(at, at, " ")), "A blank is missing behind the option's letters.");
                })
                .toList();
    }
}
