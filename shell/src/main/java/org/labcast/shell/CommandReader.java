package org.labcast.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.shell.SimpleCommand.Redirection;

/**
 * Reads commands by recursive descent, as far as it takes to know where they end.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html">Shell Command Language, 2.10</a>
 */
final class CommandReader {
    /** Deeper than anybody writes; a text that nests deeper is an attack on the reader. */
    private static final int DEEPEST = 200;

    private static final Set<String> RESERVED = Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}", "in");
    private static final Pattern OPERATOR =
            Pattern.compile("(?:[0-9]{1,9}|\\{[A-Za-z_]\\w*\\})?(?:<<<|<<-|<<|<&|<>|<|>>|>&|>\\||>)|&>>|&>");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[^\\s'\"\\\\$`;&|<>()]+");

    private final String text;
    private final Dialect dialect;
    private final WordReader words;
    private final Deque<Document> awaited = new ArrayDeque<>();
    private final List<SimpleCommand> commands = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private int at;
    private int depth;
    /** Behind the last token or here-document. */
    private int last;
    /** How many commands stand outside all functions. */
    private int effective;

    private int inFunction;

    /** A here-document whose body begins behind the next line end. */
    private record Document(int start, String delimiter, boolean tabs, boolean quoted) {}

    CommandReader(String text, int from, Dialect dialect) {
        this.text = text;
        this.at = from;
        this.dialect = dialect;
        this.words = new WordReader(this, text);
    }

    Dialect dialect() {
        return dialect;
    }

    /** The command that begins here; its end is before the line feed that ends it. */
    CompleteCommand read() {
        int start = at;
        list(Set.of());
        blanks();
        if (at < text.length() && text.charAt(at) != '\n') {
            throw unexpected();
        }
        int end = last;
        if (!awaited.isEmpty()) {
            line();
            end = last;
        } else {
            end = at;
        }
        String whole = text.substring(start, end).stripTrailing();
        return new CompleteCommand(start, end, whole, commands, functions, effective == 0 && !functions.isEmpty());
    }

    // Lists

    /** Commands up to a line end outside everything, the text's end, or one of the words. */
    private void list(Set<String> until) {
        while (true) {
            if (!until.isEmpty()) {
                at = blanksAndLines(at);
            }
            blanks();
            if (isEnd() || (until.isEmpty() && text.charAt(at) == '\n') || isOneOf(until)) {
                return;
            }
            andOr();
            blanks();
            if (isEnd()) {
                return;
            }
            char c = text.charAt(at);
            if ((c == ';' && !text.startsWith(";;", at) && !text.startsWith(";&", at)) || (c == '&')) {
                move(1);
            } else if (c != '\n' && !isOneOf(until)) {
                throw unexpected();
            }
        }
    }

    /** A list that must hold a command. */
    private void body(Set<String> until) {
        int before = at;
        int counted = commands.size() + functions.size();
        int open = compounds;
        list(until);
        if (commands.size() + functions.size() == counted && compounds == open && !isEnd() && dialect == Dialect.BASH) {
            throw new ShellSyntaxException(Math.min(before, text.length() - 1), false, "a command belongs here");
        }
    }

    /** How many compound commands were read. */
    private int compounds;

    private boolean isOneOf(Set<String> until) {
        if (until.isEmpty() || isEnd()) {
            return false;
        }
        if (until.contains(")") && text.charAt(at) == ')') {
            return true;
        }
        if (until.contains(";;") && (text.startsWith(";;", at) || text.startsWith(";&", at))) {
            return true;
        }
        return until.contains(reserved());
    }

    private void andOr() {
        pipeline();
        blanks();
        while (text.startsWith("&&", at) || text.startsWith("||", at)) {
            int operator = at;
            move(2);
            linebreak(operator, 2);
            pipeline();
            blanks();
        }
    }

    private void pipeline() {
        String word = reserved();
        while (word.equals("!") || word.equals("time")) {
            move(word.length());
            blanks();
            if (isEnd() || text.charAt(at) == '\n' || text.charAt(at) == ';') {
                return;
            }
            if (word.equals("time") && text.startsWith("-p", at) && isBreak(at + 2)) {
                move(2);
                blanks();
            }
            word = reserved();
        }
        command();
        blanks();
        while (!isEnd() && text.charAt(at) == '|' && !text.startsWith("||", at)) {
            int operator = at;
            move(text.startsWith("|&", at) ? 2 : 1);
            linebreak(operator, at - operator);
            blanks();
            command();
            blanks();
        }
    }

    private void linebreak(int operator, int length) {
        at = blanksAndLines(at);
        if (isEnd()) {
            throw WordReader.unfinished(
                    operator, "nothing follows '" + text.substring(operator, operator + length) + "'");
        }
    }

    // Commands

    private void command() {
        int start = at;
        String word = reserved();
        if (text.startsWith("((", at) && arithmetic(at) > 0) {
            move(arithmetic(at) - at);
            compoundDone();
        } else if (text.startsWith("(", at)) {
            compound(start, () -> {
                move(1);
                body(Set.of(")"));
                close(start, "(", ")");
            });
        } else if (word.equals("{")) {
            compound(start, () -> {
                move(1);
                body(Set.of("}"));
                close(start, "{", "}");
            });
        } else if (word.equals("if")) {
            compound(start, () -> conditional(start));
        } else if (word.equals("while") || word.equals("until")) {
            compound(start, () -> {
                move(word.length());
                body(Set.of("do"));
                loop(start, word);
            });
        } else if (word.equals("for") || word.equals("select")) {
            compound(start, () -> each(start, word));
        } else if (word.equals("case")) {
            compound(start, () -> choice(start));
        } else if (word.equals("function") && dialect == Dialect.BASH) {
            compound(start, () -> keyworded(start));
        } else if (word.equals("[[") && dialect == Dialect.BASH) {
            compound(start, () -> test(start));
        } else if (word.equals("coproc") && dialect == Dialect.BASH) {
            move(word.length());
            blanks();
            command();
        } else if (RESERVED.contains(word) && !word.equals("in")) {
            throw new ShellSyntaxException(at, false, "'" + word + "' has nothing that it belongs to");
        } else {
            simple();
        }
    }

    /** A compound command with the redirections behind it. */
    private void compound(int start, Runnable read) {
        nested(start, () -> {
            read.run();
            return at;
        });
        compoundDone();
        blanks();
        Optional<Redirection> redirection = redirection();
        while (redirection.isPresent()) {
            blanks();
            redirection = redirection();
        }
    }

    private void compoundDone() {
        compounds++;
        effective += inFunction == 0 ? 1 : 0;
        last = at;
    }

    int nested(int start, IntSupplier read) {
        if (++depth > DEEPEST) {
            throw new ShellSyntaxException(start, false, "more than " + DEEPEST + " constructs within each other");
        }
        int end = read.getAsInt();
        depth--;
        return end;
    }

    private void close(int start, String opened, String closing) {
        blanks();
        if (isEnd()) {
            throw WordReader.unfinished(start, "this '" + opened + "' is never closed with '" + closing + "'");
        }
        boolean there =
                closing.equals(")") ? text.charAt(at) == ')' : reserved().equals(closing);
        if (!there) {
            throw unexpected();
        }
        move(closing.length());
    }

    private void conditional(int start) {
        move(2);
        body(Set.of("then"));
        close(start, "if", "then");
        body(Set.of("elif", "else", "fi"));
        while (reserved().equals("elif")) {
            move(4);
            body(Set.of("then"));
            close(start, "if", "then");
            body(Set.of("elif", "else", "fi"));
        }
        if (reserved().equals("else")) {
            move(4);
            body(Set.of("fi"));
        }
        close(start, "if", "fi");
    }

    private void loop(int start, String opened) {
        close(start, opened, "do");
        body(Set.of("done"));
        close(start, opened, "done");
    }

    private void each(int start, String opened) {
        move(opened.length());
        blanks();
        if (text.startsWith("((", at) && opened.equals("for")) {
            int end = arithmetic(at);
            if (end < 0) {
                throw WordReader.unfinished(at, "this '((' is never closed with '))'");
            }
            move(end - at);
        } else {
            Matcher name = matcher(Pattern.compile("[A-Za-z_]\\w*"));
            if (!name.lookingAt()) {
                throw isEnd() ? WordReader.unfinished(start, "this '" + opened + "' never ends") : unexpected();
            }
            move(name.end() - at);
            at = blanksAndLines(at);
            if (reserved().equals("in")) {
                move(2);
                blanks();
                while (!isEnd() && text.charAt(at) != '\n' && text.charAt(at) != ';') {
                    int end = words.word(at);
                    if (end == at) {
                        throw unexpected();
                    }
                    move(end - at);
                    blanks();
                }
            }
        }
        blanks();
        if (!isEnd() && text.charAt(at) == ';') {
            move(1);
        }
        at = blanksAndLines(at);
        if (reserved().equals("{") && dialect == Dialect.BASH) {
            int brace = at;
            move(1);
            body(Set.of("}"));
            close(brace, "{", "}");
        } else {
            loop(start, opened);
        }
    }

    private void choice(int start) {
        move(4);
        blanks();
        int end = words.word(at);
        if (end == at) {
            throw isEnd() ? WordReader.unfinished(start, "this 'case' never ends") : unexpected();
        }
        move(end - at);
        at = blanksAndLines(at);
        close(start, "case", "in");
        at = blanksAndLines(at);
        while (!isEnd() && !reserved().equals("esac")) {
            patterns(start);
            list(Set.of(";;", "esac"));
            if (!isEnd() && text.charAt(at) == ';') {
                move(text.startsWith(";;&", at) ? 3 : 2);
                at = blanksAndLines(at);
            }
        }
        close(start, "case", "esac");
    }

    private void patterns(int start) {
        if (text.charAt(at) == '(') {
            move(1);
        }
        while (true) {
            blanks();
            int end = isEnd() ? at : words.word(at);
            if (end == at) {
                throw isEnd() ? WordReader.unfinished(start, "this 'case' is never closed with 'esac'") : unexpected();
            }
            move(end - at);
            blanks();
            if (isEnd()) {
                throw WordReader.unfinished(start, "this 'case' is never closed with 'esac'");
            }
            char c = text.charAt(at);
            if (c != ')' && c != '|') {
                throw unexpected();
            }
            move(1);
            if (c == ')') {
                return;
            }
        }
    }

    private void keyworded(int start) {
        move("function".length());
        blanks();
        int end = words.word(at);
        if (end == at) {
            throw unexpected();
        }
        String name = text.substring(at, end);
        move(end - at);
        blanks();
        Matcher parentheses = matcher(Pattern.compile("\\([ \\t]*\\)"));
        if (parentheses.lookingAt()) {
            move(parentheses.end() - at);
        }
        function(start, name);
    }

    private void function(int start, String name) {
        at = blanksAndLines(at);
        if (isEnd()) {
            throw WordReader.unfinished(start, "the body of the function " + name + " is missing");
        }
        functions.add(name);
        inFunction++;
        command();
        inFunction--;
        last = at;
    }

    /** Bash's test; only where it ends matters. */
    private void test(int start) {
        move(2);
        while (true) {
            at = blanksAndLines(at);
            if (isEnd()) {
                throw WordReader.unfinished(start, "this '[[' is never closed with ']]'");
            }
            if (text.startsWith("]]", at) && isBreak(at + 2)) {
                move(2);
                return;
            }
            int end = words.word(at);
            move(Math.max(1, end - at));
        }
    }

    private void simple() {
        int start = at;
        List<ShellWord> assignments = new ArrayList<>();
        List<ShellWord> found = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        int place = commands.size();
        while (!isEnd()) {
            blanks();
            Optional<Redirection> redirection = redirection();
            if (redirection.isPresent()) {
                redirections.add(redirection.get());
                continue;
            }
            int end = isEnd() ? at : words.word(at);
            if (end == at) {
                break;
            }
            ShellWord word = new ShellWord(at, text.substring(at, end));
            move(end - at);
            if (found.isEmpty() && ASSIGNMENT.matcher(word.text()).matches()) {
                assignments.add(word);
            } else {
                found.add(word);
            }
            if (found.size() == 1 && assignments.isEmpty() && redirections.isEmpty() && isDefinition(word)) {
                compound(start, () -> function(start, word.text()));
                effective -= inFunction == 0 ? 1 : 0;
                return;
            }
        }
        if (found.isEmpty() && assignments.isEmpty() && redirections.isEmpty()) {
            throw unexpected();
        }
        effective += inFunction == 0 ? 1 : 0;
        commands.add(place, new SimpleCommand(depth, assignments, found, redirections));
    }

    /** Moves behind the parentheses of {@code name ()} when they are there. */
    private boolean isDefinition(ShellWord word) {
        Matcher parentheses = matcher(Pattern.compile("[ \\t]*\\([ \\t]*\\)"));
        boolean is = parentheses.lookingAt() && NAME.matcher(word.text()).matches();
        if (is) {
            move(parentheses.end() - at);
        }
        return is;
    }

    private Optional<Redirection> redirection() {
        Matcher operator = matcher(OPERATOR);
        if (isEnd() || !operator.lookingAt() || isProcess(operator.group())) {
            return Optional.empty();
        }
        int start = at;
        move(operator.end() - at);
        blanks();
        int end = isEnd() ? at : words.word(at);
        if (end == at) {
            if (isEnd()) {
                throw WordReader.unfinished(start, "nothing follows '" + operator.group() + "'");
            }
            throw unexpected();
        }
        ShellWord target = new ShellWord(at, text.substring(at, end));
        move(end - at);
        String kind = operator.group().replaceFirst("^(?:[0-9]+|\\{\\w+\\})", "");
        if (kind.equals("<<") || kind.equals("<<-")) {
            boolean quoted = !target.literal();
            awaited.add(new Document(start, target.unquoted(), kind.endsWith("-"), quoted));
        }
        return Optional.of(new Redirection(operator.group(), target));
    }

    /** {@code <(…)} is a word. */
    private boolean isProcess(String operator) {
        return (operator.equals("<") || operator.equals(">")) && text.startsWith("(", at + 1);
    }

    // Pieces of words

    /** Commands within {@code $( )} or {@code <( )}. */
    int substitution(int start, int inside) {
        int here = at;
        int lastHere = last;
        at = inside;
        int end = nested(start, () -> {
            list(Set.of(")"));
            if (isEnd()) {
                throw WordReader.unfinished(
                        start, "this '" + text.substring(start, start + 2) + "' is never closed with ')'");
            }
            if (text.charAt(at) != ')') {
                throw unexpected();
            }
            return at + 1;
        });
        at = here;
        last = lastHere;
        return end;
    }

    /** The index behind {@code ((…))}, or -1 when the parentheses are those of subshells, or never close. */
    int arithmetic(int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                int end = text.indexOf(c, i + 1);
                if (end < 0) {
                    return -1;
                }
                i = end;
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
                if (open == 1) {
                    if (text.startsWith("))", i)) {
                        return i + 2;
                    }
                } else if (open == 0) {
                    return -1;
                }
            }
        }
        return -1;
    }

    // Characters

    private boolean isEnd() {
        return at >= text.length();
    }

    private void move(int count) {
        at += count;
        last = at;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private boolean isBreak(int index) {
        return index >= text.length() || " \t\r\n;&|<>()".indexOf(text.charAt(index)) >= 0;
    }

    /** The unquoted word here, when it stands by itself; empty text when it does not. */
    private String reserved() {
        int end = at;
        while (!isBreak(end) && end - at <= 9) {
            end++;
        }
        return isBreak(end) ? text.substring(Math.min(at, text.length()), end) : "";
    }

    private void blanks() {
        while (!isEnd()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at = words.escape(at);
            } else if (c == '#' && isWordStart()) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private boolean isWordStart() {
        return at == 0 || isBreak(at - 1);
    }

    /** Passes over blanks, comments, and line ends with the here-documents that begin behind them. */
    int blanksAndLines(int from) {
        at = from;
        blanks();
        while (!isEnd() && text.charAt(at) == '\n') {
            line();
            blanks();
        }
        return at;
    }

    private void line() {
        if (!isEnd()) {
            at++;
        }
        while (!awaited.isEmpty()) {
            document(awaited.remove());
        }
    }

    private void document(Document document) {
        boolean joined = false;
        while (!isEnd()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            String written = text.substring(at, stop);
            String plain = written.endsWith("\r") ? written.substring(0, written.length() - 1) : written;
            if (document.tabs()) {
                plain = plain.replaceFirst("^\t+", "");
            }
            at = end < 0 ? text.length() : end + 1;
            if (!joined && plain.equals(document.delimiter())) {
                last = stop;
                return;
            }
            joined = !document.quoted() && continues(written);
        }
        throw WordReader.unfinished(
                document.start(), "this here-document is never ended by a line '" + document.delimiter() + "'");
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private ShellSyntaxException unexpected() {
        if (isEnd()) {
            return WordReader.unfinished(Math.max(0, text.length() - 1), "a command belongs here");
        }
        char c = text.charAt(at);
        String what =
                c == '\n' ? "the end of the line" : "'" + (reserved().isEmpty() ? String.valueOf(c) : reserved()) + "'";
        return new ShellSyntaxException(at, false, what + " is not expected here");
    }
}
