package org.labcast.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
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
    private static final int DEEPEST = 100;

    private static final int COMMANDS = -1;
    private static final int ENDLESS = -2;

    private static final Set<String> RESERVED =
            Set.of("!", "then", "else", "elif", "fi", "do", "done", "esac", "}", "in");
    private static final Set<String> COMPOUND =
            Set.of("if", "while", "until", "for", "case", "select", "{", "[[", "function");
    private static final Pattern OPERATOR =
            Pattern.compile("(?:[0-9]{1,9}|\\{[A-Za-z_]\\w*\\})?(?:<<<|<<-|<<|<&|<>|<|>>|>&|>\\||>)|&>>|&>");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    /** {@code {1..3}} and {@code {a,b}}, but not the {@code {1,3}} of a regular expression. */
    private static final Pattern BRACES =
            Pattern.compile("(?<!\\$)\\{(?:-?\\w+\\.\\.-?\\w+(?:\\.\\.-?\\d+)?|(?![0-9]*,[0-9]*\\})[^{},]*,[^{}]*)\\}");

    /** Possessive, since the matcher would else take stack for each character between the quotes. */
    private static final Pattern QUOTED = Pattern.compile("\\\\.|'[^']*+'|\"(?:[^\"\\\\]++|\\\\.)*+\"", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("[^\\s'\"\\\\$`;&|<>()]+");

    private final String text;
    private final Dialect dialect;
    private final WordReader words;
    private Deque<Document> awaited = new ArrayDeque<>();
    private final List<SimpleCommand> commands = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private final List<String> loops = new ArrayList<>();
    private int at;
    private int depth;
    /** Behind the last token or here-document. */
    private int last;
    /** How many commands stand outside all functions. */
    private int effective;

    private int inFunction;

    /** How many commands of any kind were read. */
    private int read;

    /** Behind the last backslash that continues a line between words. */
    private int joined;

    private boolean conditional;
    private boolean fed;

    /** A here-document whose body begins behind the next line end. */
    private record Document(int start, String delimiter, boolean tabs, boolean quoted) {}

    CommandReader(String text, int from, Dialect dialect) {
        this(text, from, dialect, 0);
    }

    private CommandReader(String text, int from, Dialect dialect, int depth) {
        this.text = text;
        this.at = from;
        this.dialect = dialect;
        this.depth = depth;
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
        // A blank behind a backslash is part of a word, a backslash in front of an empty line is nothing.
        boolean commented = text.substring(last, end).contains("#");
        String whole = commented ? text.substring(start, end).stripTrailing() : text.substring(start, last);
        List<Remark> sorted =
                remarks.stream().sorted(Comparator.comparingInt(Remark::offset)).toList();
        return new CompleteCommand(
                start, end, whole, commands, functions, sorted, loops, effective == 0 && !functions.isEmpty());
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
            int before = commands.size();
            andOr();
            blanks();
            if (isEnd()) {
                return;
            }
            char c = text.charAt(at);
            if (c == '&') {
                commands.subList(before, commands.size()).replaceAll(SimpleCommand::background);
            }
            if ((c == ';' && !text.startsWith(";;", at) && !text.startsWith(";&", at)) || (c == '&')) {
                move(1);
            } else if (c != '\n' && !isOneOf(until)) {
                throw unexpected();
            }
        }
    }

    /** A list that must hold a command. */
    private void body(Set<String> until) {
        int before = read;
        list(until);
        if (read == before && !isEnd()) {
            throw unexpected();
        }
    }

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
        boolean outside = conditional;
        pipeline();
        blanks();
        while (text.startsWith("&&", at) || text.startsWith("||", at)) {
            int operator = at;
            move(2);
            linebreak(operator, 2);
            conditional = true;
            pipeline();
            blanks();
        }
        conditional = outside;
    }

    private void pipeline() {
        String word = reserved();
        boolean negated = false;
        while ((word.equals("!") && !(negated && dialect == Dialect.SH))
                || (word.equals("time") && dialect == Dialect.BASH)) {
            negated |= word.equals("!");
            pass(word);
            blanks();
            if (dialect == Dialect.BASH && (isEnd() || text.charAt(at) == '\n' || text.charAt(at) == ';')) {
                read++;
                return;
            }
            if (word.equals("time") && text.startsWith("-p", at) && isBreak(at + 2)) {
                move(2);
                blanks();
            }
            word = reserved();
        }
        int before = commands.size();
        command();
        blanks();
        while (!isEnd() && text.charAt(at) == '|' && !text.startsWith("||", at)) {
            int operator = at;
            commands.subList(before, commands.size()).replaceAll(SimpleCommand::piped);
            before = commands.size();
            if (text.startsWith("|&", at)) {
                remark(at, Remark.Kind.BASH, "|&");
                move(1);
            }
            move(1);
            linebreak(operator, at - operator);
            blanks();
            boolean outside = fed;
            fed = true;
            command();
            fed = outside;
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
        int arithmetic = text.startsWith("((", at) ? arithmetic(at) : COMMANDS;
        if (arithmetic > 0) {
            remark(start, Remark.Kind.BASH, "((…))");
            compound(start, () -> move(arithmetic - at));
        } else if (text.startsWith("(", at)) {
            instead(arithmetic, start, "((", () -> {
                compound(start, () -> {
                    move(1);
                    body(Set.of(")"));
                    close(start, "(", ")");
                });
                return at;
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
                pass(word);
                body(Set.of("do"));
                loop(start, word);
            });
        } else if (word.equals("for") || word.equals("select")) {
            if (word.equals("select")) {
                remark(start, Remark.Kind.BASH, "select");
                remark(start, Remark.Kind.SELECT, "select");
            }
            compound(start, () -> each(start, word));
        } else if (word.equals("case")) {
            compound(start, () -> choice(start));
        } else if (word.equals("function") && dialect == Dialect.BASH) {
            compound(start, () -> keyworded(start));
        } else if (word.equals("[[") && dialect == Dialect.BASH) {
            compound(start, () -> test(start));
        } else if (word.equals("coproc") && dialect == Dialect.BASH) {
            coprocess(start);
        } else if (RESERVED.contains(word)) {
            throw new ShellSyntaxException(at, false, "'" + word + "' has nothing that it belongs to");
        } else {
            simple();
        }
    }

    /** Bash's; a compound command may have a name in front of it. */
    private void coprocess(int start) {
        pass("coproc");
        blanks();
        Matcher name = matcher(
                Pattern.compile("[A-Za-z_]\\w*(?=[ \\t]+(?:[({]|(?:if|while|until|for|case|select|\\[\\[)\\s))"));
        if (!COMPOUND.contains(reserved()) && name.lookingAt()) {
            move(name.end() - at);
            blanks();
        }
        nested(start, () -> {
            command();
            return at;
        });
    }

    /** A compound command with the redirections behind it. */
    private void compound(int start, Runnable read) {
        int before = commands.size();
        nested(start, () -> {
            read.run();
            return at;
        });
        compoundDone();
        blanks();
        Optional<Redirection> redirection = redirection();
        while (redirection.isPresent()) {
            if (isInput(redirection.get())) {
                commands.subList(before, commands.size()).replaceAll(SimpleCommand::fed);
            }
            blanks();
            redirection = redirection();
        }
    }

    private static boolean isInput(Redirection redirection) {
        return redirection.operator().matches("0?<.*");
    }

    private void compoundDone() {
        read++;
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
        pass(closing);
    }

    private void conditional(int start) {
        pass("if");
        body(Set.of("then"));
        close(start, "if", "then");
        body(Set.of("elif", "else", "fi"));
        while (reserved().equals("elif")) {
            pass("elif");
            body(Set.of("then"));
            close(start, "if", "then");
            body(Set.of("elif", "else", "fi"));
        }
        if (reserved().equals("else")) {
            pass("else");
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
        pass(opened);
        blanks();
        if (text.startsWith("((", at) && opened.equals("for")) {
            int end = arithmetic(at);
            if (end < 0) {
                throw WordReader.unfinished(at, "this '((' is never closed with '))'");
            }
            remark(at, Remark.Kind.BASH, "for ((…))");
            move(end - at);
        } else {
            Matcher name = matcher(Pattern.compile("[A-Za-z_]\\w*"));
            if (!name.lookingAt()) {
                throw isEnd() ? WordReader.unfinished(start, "this '" + opened + "' never ends") : unexpected();
            }
            loops.add(name.group());
            move(name.end() - at);
            at = blanksAndLines(at);
            if (reserved().equals("in")) {
                pass("in");
                blanks();
                while (!isEnd() && text.charAt(at) != '\n' && text.charAt(at) != ';') {
                    int end = words.word(at);
                    if (end == at) {
                        throw unexpected();
                    }
                    braces(new ShellWord(at, text.substring(at, end)));
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
        pass("case");
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
                if (text.startsWith(";&", at) || text.startsWith(";;&", at)) {
                    remark(at, Remark.Kind.BASH, text.startsWith(";&", at) ? ";&" : ";;&");
                }
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
        pass("function");
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
        if (dialect == Dialect.BASH && text.charAt(at) != '(' && !COMPOUND.contains(reserved())) {
            throw new ShellSyntaxException(at, false, "the body of a function is a block such as { …; }");
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
                if (word.text().matches("(?s)\\w+\\+=.*")) {
                    remark(word.start(), Remark.Kind.BASH, "+=");
                }
                assignments.add(word);
            } else {
                braces(word);
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
        read++;
        effective += inFunction == 0 ? 1 : 0;
        boolean input = fed || redirections.stream().anyMatch(CommandReader::isInput);
        commands.add(
                place,
                new SimpleCommand(
                        new SimpleCommand.Place(depth, inFunction > 0, conditional, input, false, false),
                        assignments,
                        found,
                        redirections));
    }

    private void braces(ShellWord word) {
        if (word.text().indexOf('{') >= 0) {
            Matcher braces = BRACES.matcher(QUOTED.matcher(word.text())
                    .replaceAll(quoted -> "_".repeat(quoted.group().length())));
            if (braces.find()) {
                remark(word.start() + braces.start(), Remark.Kind.BASH, braces.group());
            }
        }
    }

    void remark(int offset, Remark.Kind kind, String what) {
        remarks.add(new Remark(offset, kind, what));
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
        if (operator.group().contains("&>") || operator.group().endsWith("<<<")) {
            remark(start, Remark.Kind.BASH, operator.group());
        } else if (operator.group().equals(">&") && !target.text().matches("[0-9]+-?|-|\\$.*|\".*")) {
            remark(start, Remark.Kind.BASH, ">& with a file");
        }
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
        int end = apart(start, () -> {
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

    /**
     * Reads as commands what {@link #arithmetic} could not read; when it ended nowhere, that is the better thing to say than what is wrong
     * with the commands.
     */
    int instead(int arithmetic, int start, String opened, IntSupplier commands) {
        try {
            return commands.getAsInt();
        } catch (ShellSyntaxException e) {
            throw arithmetic == ENDLESS
                    ? WordReader.unfinished(start, "this '" + opened + "' is never closed with '))'")
                    : e;
        }
    }

    /** Line ends in here do not begin the here-documents of the line around it. */
    int apart(int start, IntSupplier reading) {
        Deque<Document> outside = awaited;
        awaited = new ArrayDeque<>();
        int end = nested(start, reading);
        if (!awaited.isEmpty()) {
            throw new ShellSyntaxException(
                    awaited.peek().start(), false, "the lines of this here-document must come before the ')'");
        }
        awaited = outside;
        return end;
    }

    /** The values of an array; bash itself loses its way when a here-document of the same line is still to come. */
    int values(int start, IntSupplier reading) {
        int end = apart(start, reading);
        if (!awaited.isEmpty() && text.substring(start, end).contains("\n")) {
            throw new ShellSyntaxException(
                    awaited.peek().start(),
                    false,
                    "a here-document and an array of several lines cannot begin in one line");
        }
        return end;
    }

    /** Commands between backquotes, whose backslashes are taken off; only whether they are whole matters. */
    void inner(String commands, int start) {
        nested(start, () -> {
            CommandReader reader = new CommandReader(commands, 0, dialect, depth);
            try {
                reader.blanksAndLines(0);
                while (!reader.isEnd()) {
                    reader.read();
                    reader.blanksAndLines(reader.at);
                }
            } catch (ShellSyntaxException e) {
                throw new ShellSyntaxException(
                        start, false, "the commands between these ` are not whole: " + e.reason());
            }
            return start;
        });
    }

    /**
     * What a here-document whose delimiter is not quoted expands. Bash looks at it when the command runs, dash before; none can do anything
     * with a half.
     */
    private void expansions(int from, int to) {
        CommandReader reader = new CommandReader(text.substring(from, to), 0, dialect, depth);
        try {
            reader.words.expansions();
        } catch (ShellSyntaxException e) {
            throw e.at(from + e.offset());
        }
    }

    /**
     * The index behind {@code ((…))}; {@link #COMMANDS} when the parentheses are those of subshells, {@link #ENDLESS} when they never
     * close.
     */
    int arithmetic(int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                int end = text.indexOf(c, i + 1);
                if (end < 0) {
                    return ENDLESS;
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
                    return COMMANDS;
                }
            }
        }
        return ENDLESS;
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
        StringBuilder word = new StringBuilder();
        int end = at;
        while (word.length() <= 9) {
            if (text.startsWith("\\\n", end)) {
                end += 2;
            } else if (isBreak(end)) {
                return word.toString();
            } else {
                word.append(text.charAt(end++));
            }
        }
        return "";
    }

    /** Moves behind a word that {@link #reserved} gave; line ends with a backslash may stand in it. */
    private void pass(String word) {
        for (int i = 0; i < word.length(); i++) {
            while (text.startsWith("\\\n", at)) {
                at += 2;
            }
            move(1);
        }
    }

    private void blanks() {
        while (!isEnd()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at = words.escape(at);
                joined = at;
            } else if (c == '#' && isWordStart()) {
                int end = text.indexOf('\n', at);
                comment(at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    private void comment(int from, int to) {
        int before = from - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        if (joined > 0 && before == joined - 1) {
            // Behind && and | the command goes on after the comment.
            if (last > 0 && "&|".indexOf(text.charAt(last - 1)) < 0 && awaited.isEmpty()) {
                remark(from, Remark.Kind.COMMENT_ENDS_COMMAND, "#");
            }
        } else if (before >= 0 && text.charAt(before) != '\n' && text.charAt(to - 1) == '\\') {
            remark(to - 1, Remark.Kind.BACKSLASH_IN_COMMENT, "#");
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
        int begin = at;
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
                if (!document.quoted() && dialect == Dialect.SH) {
                    expansions(begin, stop - written.length());
                }
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
