package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** The first line of a script names an interpreter that is not there. */
public final class ScriptInterpreter implements Rule {
    private static final Pattern MISSING = Pattern.compile(
            "env: ['\u2018]?([\\w.+-]{1,40})(\\\\r|\\^M|\\$'\\\\r')?['\u2019]?: No such file or directory"
                    + "|: (?:/[\\w./-]{0,100}/)?([\\w.+-]{1,40})(\\^M)?: bad interpreter");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of("env", "interpreter");

    @Override
    public String name() {
        return "script_interpreter";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty() || !context.command().nameWord().literal()) {
            return List.of();
        }
        if (pythonGone(context)) {
            return List.of(python3(context));
        }
        List<Suggestion> named = context.says().with(WORDS).find(MISSING).stream()
                .flatMap(said -> mended(context, said).stream())
                .toList();
        return named.isEmpty() && foundAndNotFound(context) ? List.of(unix(context)) : named;
    }

    /** The shell means the interpreter, of which it does not say the name: mostly that is a line end of Windows. */
    private static boolean foundAndNotFound(FailureContext context) {
        String path = context.command().nameWord().value();
        return path.contains("/")
                && context.facts().path(path) == PathKind.FILE
                && context.says().lines().stream()
                        .anyMatch(line -> line.endsWith(" " + path + ": not found")
                                || line.endsWith(path + ": cannot execute: required file not found"));
    }

    /** Python 2 is gone from Debian 11 and later, and its name with it. */
    private static boolean pythonGone(FailureContext context) {
        Set<String> here = context.facts().names(NameKind.EXECUTABLES);
        return context.command().nameWord().value().endsWith(".py")
                && here.contains("python3")
                && !here.contains("python")
                && foundAndNotFound(context);
    }

    private static Suggestion python3(FailureContext context) {
        Word script = context.command().nameWord();
        return Suggestion.safe(
                context.mended(Edit.before(script, "python3")),
                "The interpreter that " + script.value() + " asks for is not here; python3 is.");
    }

    private static Suggestion unix(FailureContext context) {
        String script = context.command().nameWord().value();
        return Suggestion.safe(
                context.preceded("sed -i 's/\\r$//' " + Quoting.word(script)),
                "The interpreter is not found; the lines of " + script + " may end as on Windows.");
    }

    private static Optional<Suggestion> mended(FailureContext context, Matcher said) {
        Word script = context.command().nameWord();
        boolean windows = said.group(2) != null || said.group(4) != null;
        if (windows) {
            return Optional.of(unix(context));
        }
        String typed = said.group(1) == null ? said.group(3) : said.group(1);
        // env, called in the line itself, has not looked into a script.
        if (typed.equals(script.value())) {
            return Optional.empty();
        }
        Set<String> here = context.facts().names(NameKind.EXECUTABLES);
        String other = typed.equals("python") ? "python3" : nearest(typed, here);
        return here.contains(other) && !DestructiveCommands.isNamed(other)
                ? Optional.of(Suggestion.sure(
                        typed.equals("python"),
                        context.mended(Edit.before(script, other)),
                        script.value() + " asks for '" + typed + "', which is not here; '" + other + "' is."))
                : Optional.empty();
    }

    private static String nearest(String typed, Set<String> here) {
        List<String> near = Spelling.nearest(typed, here);
        return near.size() == 1 ? near.get(0) : "";
    }
}
