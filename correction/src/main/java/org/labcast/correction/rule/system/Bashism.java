package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.ShellError;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** sh, which is dash on Debian, meets what bash added to the language. */
public final class Bashism implements Rule {
    private static final Set<String> BUILTINS = Set.of(
            "[[", "source", "pushd", "popd", "shopt", "declare", "let", "typeset", "mapfile", "readarray", "function");
    /** What they change is the shell's own, and would be lost with a bash that ends behind the line. */
    private static final Set<String> CHANGE_THE_SHELL = Set.of(
            "source",
            ".",
            "cd",
            "pushd",
            "popd",
            "shopt",
            "declare",
            "typeset",
            "let",
            "mapfile",
            "readarray",
            "export",
            "readonly",
            "set",
            "alias",
            "unset",
            "umask",
            "ulimit",
            "trap",
            "exec",
            "eval",
            "read");

    private static final Pattern SYNTAX = Pattern.compile(
            "(?i)syntax error: (?:\"[(&]\" unexpected|unexpected \"[(&]\"|redirection unexpected|bad for loop variable).*");
    /** dash reads {@code <<<} as a here-document without end, or not at all. */
    private static final Pattern FUNCTION = Pattern.compile("(?s)^\\s*function\\s.*|.*[;&|\\n]\\s*function\\s.*");

    @Override
    public String name() {
        return "bashism";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return ShellError.all(context.says())
                .filter(error -> refused(context, error))
                .findFirst()
                .flatMap(error -> error.byPosixShell() ? line(context, error) : script(context, error.program()))
                .stream()
                .toList();
    }

    private static boolean refused(FailureContext context, ShellError error) {
        return switch (error.kind()) {
            case COMMAND_NOT_FOUND -> BUILTINS.contains(error.subject());
            case BAD_SUBSTITUTION -> true;
            case ILLEGAL_OPTION ->
                error.subject().equals("set") && error.message().endsWith("-o pipefail");
            case SYNTAX, OTHER ->
                isPower(context, error)
                        || SYNTAX.matcher(error.message()).matches()
                        || SYNTAX.matcher(error.subject() + ": " + error.message())
                                .matches()
                        || (error.kind() == ShellError.Kind.SYNTAX
                                && FUNCTION.matcher(context.script().text()).matches());
            default -> false;
        };
    }

    /** {@code $((2**10))}: POSIX has no such operator, and dash stops before the command. */
    private static boolean isPower(FailureContext context, ShellError error) {
        return (error.subject() + error.message()).contains("expecting primary")
                && context.script().text().contains("**");
    }

    private static Optional<Suggestion> line(FailureContext context, ShellError error) {
        boolean first = context.script().commands().isEmpty()
                || context.command().equals(context.script().commands().get(0));
        if (context.runs("source")) {
            return dot(context);
        }
        return first ? Optional.of(throughBash(context, error)) : Optional.empty();
    }

    /** {@code source} is a dot elsewhere, and a dot looks for a name without a slash on the PATH only. */
    private static Optional<Suggestion> dot(FailureContext context) {
        List<Word> args = context.command().args();
        if (args.size() != 1) {
            return Optional.empty();
        }
        Word file = args.get(0);
        Edit dot = Edit.replace(context.command().nameWord(), ".");
        boolean here = !file.value().contains("/");
        String why = "In sh, source is written as a dot.";
        return here && context.facts().path(file.value()) != PathKind.FILE
                ? Optional.empty()
                : Optional.of(Suggestion.safe(
                        here ? context.mended(dot, new Edit(file.start(), file.start(), "./")) : context.mended(dot),
                        why));
    }

    private static Suggestion throughBash(FailureContext context, ShellError error) {
        String text = context.script().text();
        return Suggestion.sure(
                nothingRan(context, error) && keepsNothing(text),
                "bash -c " + Quoting.word(text),
                "The line is written for bash, not for sh.");
    }

    /** What the shell cannot parse it has not begun; else the first command must have been the one. */
    private static boolean nothingRan(FailureContext context, ShellError error) {
        List<SimpleCommand> commands = context.script().commands();
        boolean parsed = error.kind() == ShellError.Kind.COMMAND_NOT_FOUND
                || error.kind() == ShellError.Kind.BAD_SUBSTITUTION
                || error.kind() == ShellError.Kind.ILLEGAL_OPTION;
        if (!parsed) {
            return context.script().text().indexOf('\n') < 0;
        }
        boolean others =
                commands.stream().skip(1).anyMatch(command -> !command.joint().equals("&&"));
        // set -o pipefail ends the shell itself, so that nothing behind it has run.
        return !commands.isEmpty()
                && (error.kind() != ShellError.Kind.COMMAND_NOT_FOUND
                        || commands.get(0).tool().equals(error.subject()))
                && (!others || error.kind() == ShellError.Kind.ILLEGAL_OPTION);
    }

    private static boolean keepsNothing(String text) {
        ParsedLine line = ParsedLine.read(text);
        return line.commands().stream()
                .allMatch(command -> (!command.empty() || command.assignments().isEmpty())
                        && (!CHANGE_THE_SHELL.contains(command.tool()) || isPipefail(command)));
    }

    private static boolean isPipefail(SimpleCommand command) {
        return command.tool().equals("set")
                && command.args().stream()
                        .allMatch(word -> word.value().matches("-[euxo]{1,4}|pipefail|errexit|nounset"));
    }

    private static Optional<Suggestion> script(FailureContext context, String script) {
        SimpleCommand command = context.command();
        boolean ran = context.runs("sh", "dash")
                && command.args().stream()
                        .findFirst()
                        .filter(word -> word.is(script))
                        .isPresent();
        return ran
                ? Optional.of(Suggestion.risky(
                        context.mended(Edit.replace(command.nameWord(), "bash")),
                        script + " is written for bash, not for sh."))
                : Optional.empty();
    }
}
