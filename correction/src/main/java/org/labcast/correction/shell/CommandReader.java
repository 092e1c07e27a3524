package org.labcast.correction.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Token.Kind;

/** Gathers tokens into simple commands. */
final class CommandReader {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*\\+?=.*", Pattern.DOTALL);
    private static final Set<String> LEADS_IN = Set.of("if", "then", "elif", "else", "while", "until", "do", "{", "!");
    private static final Set<String> LEADS_OUT = Set.of("fi", "done", "}");
    private static final Set<String> UNREADABLE = Set.of("case", "select", "function", "[[");

    private final List<SimpleCommand> commands = new ArrayList<>();
    private List<Word> assignments = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private List<Redirection> redirections = new ArrayList<>();
    private String joint = "";
    private boolean loopHead;
    private boolean structured;
    private boolean readable = true;

    static boolean isAssignment(Word word) {
        return ASSIGNMENT.matcher(word.text()).matches();
    }

    Script read(String text, List<Token> tokens) {
        Token redirection = null;
        for (Token token : tokens) {
            if (token.is(Kind.WORD)) {
                readable &= new WordScanner(text).closed(token.start());
                Word word = WordValue.of(token);
                if (redirection == null) {
                    take(word);
                } else {
                    redirections.add(new Redirection(redirection.text(), redirection.start(), word));
                }
                redirection = null;
            } else if (token.is(Kind.REDIRECTION)) {
                // A here-document's lines would be read as commands.
                readable &= redirection == null
                        && !token.text().endsWith("<<")
                        && !token.text().endsWith("<<-");
                redirection = token;
            } else if (token.is(Kind.OPERATOR) || token.is(Kind.NEWLINE)) {
                readable &= redirection == null;
                operator(token);
            }
        }
        readable &= redirection == null;
        finish("");
        return new Script(text, tokens, readable ? commands : List.of(), structured, readable);
    }

    private void take(Word word) {
        if (!words.isEmpty() || loopHead) {
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
        }
    }

    private void operator(Token token) {
        // "name ()" defines a function.
        readable &= !(token.text().equals("(") && !words.isEmpty());
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
