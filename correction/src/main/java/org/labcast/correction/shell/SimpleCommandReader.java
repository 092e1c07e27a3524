package org.labcast.correction.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Substitutions.Stretch;
import org.labcast.correction.shell.Token.Kind;

/** Gathers tokens into simple commands, those inside substitutions before the one that needs them, as they run. */
final class SimpleCommandReader {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*\\+?=.*", Pattern.DOTALL);
    private static final Set<String> LEADS_IN = Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!");
    private static final Set<String> LEADS_OUT = Set.of("fi", "done", "}");
    private static final Set<String> UNREADABLE = Set.of("case", "select", "function");

    private final List<SimpleCommand> commands = new ArrayList<>();
    private List<Word> assignments = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private List<Redirection> redirections = new ArrayList<>();
    private String joint;
    /** The redirection whose target comes next. */
    private Optional<Token> redirection = Optional.empty();

    private int documents;
    private boolean loopHead;
    private boolean conditional;
    private boolean structured;
    private boolean opaque;
    private boolean readable = true;

    private SimpleCommandReader(String joint) {
        this.joint = joint;
    }

    static boolean isAssignment(Word word) {
        return ASSIGNMENT.matcher(word.text()).matches();
    }

    static ParsedLine read(String text) {
        return new SimpleCommandReader("").read(text, new Lexer(text, 0).read());
    }

    private ParsedLine read(String text, List<Token> tokens) {
        for (Token token : tokens) {
            switch (token.kind()) {
                case WORD -> word(token);
                case REDIRECTION -> redirection(token);
                case OPERATOR, NEWLINE -> operator(token);
                case DOCUMENT -> document(token);
                case BLANK, COMMENT -> {}
            }
        }
        readable &= redirection.isEmpty() && !conditional && documents == 0;
        finish("");
        return new ParsedLine(text, tokens, readable ? commands : List.of(), structured, opaque, readable);
    }

    private void word(Token token) {
        if (!new WordScanner(token.text()).closed(0)) {
            readable = false;
            return;
        }
        substituted(token);
        Word word = WordValue.of(token);
        if (redirection.isPresent()) {
            Redirection read =
                    new Redirection(redirection.get().text(), redirection.get().start(), word);
            redirections.add(read);
            documents += read.document() ? 1 : 0;
        } else {
            take(word);
        }
        redirection = Optional.empty();
    }

    private void redirection(Token token) {
        if (!conditional) {
            readable &= redirection.isEmpty();
            redirection = Optional.of(token);
        }
    }

    /** A here-document is text to a command, not commands; but substitutions run in it. */
    private void document(Token token) {
        documents--;
        opaque |= token.text().contains("$(") || token.text().contains("`");
    }

    private void substituted(Token token) {
        Substitutions inner = Substitutions.of(token.text());
        opaque |= inner.opaque();
        for (Stretch stretch : inner.commands()) {
            String text = token.text().substring(stretch.start(), stretch.end());
            ParsedLine line = new SimpleCommandReader(ParsedLine.SUBSTITUTION)
                    .read(text, new Lexer(text, token.start() + stretch.start()).read());
            commands.addAll(line.commands());
            structured |= line.structured();
            opaque |= line.opaque() || !line.readable();
        }
    }

    private void take(Word word) {
        if (conditional) {
            words.add(word);
            conditional = !word.text().equals("]]");
        } else if (!words.isEmpty() || loopHead) {
            words.add(word);
        } else if (assignments.isEmpty() && LEADS_IN.contains(word.text())) {
            structured |= !word.is("!") && !word.is("{");
        } else if (LEADS_OUT.contains(word.text())) {
            structured |= !word.is("}");
        } else if (word.text().equals("for")) {
            structured = true;
            loopHead = true;
        } else if (UNREADABLE.contains(word.text())) {
            readable = false;
        } else if (isAssignment(word)) {
            assignments.add(word);
        } else {
            words.add(word);
            conditional = word.text().equals("[[");
        }
    }

    private void operator(Token token) {
        if (conditional) {
            return;
        }
        // "name ()" defines a function.
        readable &= redirection.isEmpty() && !(token.text().equals("(") && !words.isEmpty());
        finish(token.is(Kind.NEWLINE) ? ";" : token.text());
    }

    private void finish(String nextJoint) {
        if (!loopHead && !(words.isEmpty() && assignments.isEmpty() && redirections.isEmpty())) {
            commands.add(new SimpleCommand(joint, assignments, words, redirections, Wrappers.behind(words)));
        }
        joint = nextJoint;
        loopHead = false;
        assignments = new ArrayList<>();
        words = new ArrayList<>();
        redirections = new ArrayList<>();
    }
}
