package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The shell expanded find's pattern before find saw it; or a path stands behind the conditions. */
public final class UnquotedPattern implements Rule {
    private static final Pattern REFUSED =
            Pattern.compile("^find: paths must precede expression: [`'\u2018]?(.+?)['\u2019]?$");
    private static final Set<String> TAKES_PATTERN =
            Set.of("-name", "-iname", "-path", "-ipath", "-wholename", "-iwholename", "-lname", "-ilname");

    @Override
    public String name() {
        return "unquoted_pattern";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("find")) {
            return List.of();
        }
        return context.says().find(REFUSED).stream()
                .flatMap(said -> mended(context, said.group(1)))
                .limit(1)
                .toList();
    }

    private static Stream<Suggestion> mended(FailureContext context, String path) {
        List<Word> args = context.command().args();
        Stream<Suggestion> quoted = IntStream.range(1, args.size())
                .filter(i -> TAKES_PATTERN.contains(args.get(i - 1).value()))
                .mapToObj(args::get)
                .filter(word -> word.text().matches("[^'\"\\\\$`]*[*?\\[][^'\"\\\\$`]*"))
                .map(word -> Suggestion.sure(
                        !context.command().hasOption("-delete", "-exec", "-execdir"),
                        context.mended(Edit.replace(word, "'" + word.text() + "'")),
                        "The shell replaced the pattern by names; in quotes find gets it."));
        Stream<Suggestion> first = args.stream()
                .filter(word ->
                        word.is(path) && args.indexOf(word) > 0 && word.value().matches("[./~].*"))
                .map(word -> Suggestion.safe(
                        context.mended(context.command().without(word), Edit.before(args.get(0), word.text())),
                        "The path belongs before the conditions."));
        return Stream.concat(quoted, first);
    }
}
