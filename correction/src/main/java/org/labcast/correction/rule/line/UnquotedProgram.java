package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** {@code awk {print $1} f} and {@code date +%F %T}: what is one argument was written without quotes. */
public final class UnquotedProgram implements Rule {
    private static final Set<String> AWK = Set.of("awk", "gawk", "mawk", "nawk");
    private static final Pattern REFUSED = Pattern.compile("awk: .*(?:missing }|syntax error|unexpected newline)");
    private static final Pattern PROGRAM = Pattern.compile("(?<=\\s)\\{[^'{}\\n;|&<>]{1,200}\\}(?=\\s|$)");
    private static final Pattern EXTRA = Pattern.compile("^date: extra operand ['\u2018]%");
    private static final Pattern FORMAT =
            Pattern.compile("(?<=\\s)\\+%[\\w%:/.-]{1,60}(?: [\\w%:/.-]{1,60}){1,5}(?=\\s*$)");

    @Override
    public String name() {
        return "unquoted_program";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean awk = AWK.contains(context.command().tool())
                && context.says().find(REFUSED).isPresent();
        boolean date = context.runs("date") && context.says().find(EXTRA).isPresent();
        if (!awk && !date) {
            return List.of();
        }
        int start = context.command().start();
        int end = context.command().end();
        String text = context.script().text().substring(start, end);
        Stream<MatchResult> found =
                (awk ? PROGRAM : FORMAT).matcher(text).results().limit(1);
        return found.map(part -> Suggestion.safe(
                        context.mended(new Edit(start + part.start(), start + part.end(), "'" + part.group() + "'")),
                        "It is one argument, so it belongs in quotes."))
                .toList();
    }
}
