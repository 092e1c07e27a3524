package org.labcast.services.acme;

import java.util.Locale;
import java.util.Set;

/** Reads design rules and analyses: what they say is kept as text. */
final class Rules {
    private static final Set<String> WORDS =
            Set.of("invariant", "heuristic", "rule", "analysis", "external", "design", "constraint");

    private final Cursor cursor;
    private final Expressions expressions;
    private final Separators separators;

    Rules(Cursor cursor, Expressions expressions, Separators separators) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.separators = separators;
    }

    static boolean begin(Token word) {
        return WORDS.stream().anyMatch(word::isWord);
    }

    DesignRule read() {
        Token word = cursor.take();
        String keyword = word.text().toLowerCase(Locale.ROOT);
        Token first = cursor.peek();
        skipExpression();
        DesignRule rule = new DesignRule(keyword, cursor.textSince(first), cursor.at(word), expressions.metadata());
        separators.end("the " + keyword);
        return rule;
    }

    /** Up to a semicolon, metadata or a closing brace that belongs to what is around. */
    private void skipExpression() {
        int open = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            if (open == 0 && (token.isSymbol(";") || token.isSymbol("}") || cursor.atDouble("<"))) {
                return;
            }
            if (token.isOpening()) {
                open++;
            } else if (token.isClosing()) {
                open--;
            }
            cursor.take();
        }
    }
}
