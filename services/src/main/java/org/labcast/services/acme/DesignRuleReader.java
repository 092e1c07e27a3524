package org.labcast.services.acme;

import java.util.Locale;
import java.util.Set;

/** Reads design rules and analyses: what they say is kept as text. */
final class DesignRuleReader {
    private static final Set<String> WORDS =
            Set.of("invariant", "heuristic", "rule", "analysis", "external", "design", "constraint");

    private final Cursor cursor;
    private final PropertyReader propertyReader;
    private final Separators separators;

    DesignRuleReader(Cursor cursor, PropertyReader propertyReader, Separators separators) {
        this.cursor = cursor;
        this.propertyReader = propertyReader;
        this.separators = separators;
    }

    static boolean begin(AcmeToken word) {
        return WORDS.stream().anyMatch(word::isWord);
    }

    DesignRule read() {
        AcmeToken word = cursor.take();
        String keyword = word.text().toLowerCase(Locale.ROOT);
        AcmeToken first = cursor.peek();
        skipExpression();
        DesignRule rule = new DesignRule(keyword, cursor.textSince(first), cursor.at(word), propertyReader.metadata());
        separators.end("the " + keyword);
        return rule;
    }

    /** Up to a semicolon, metadata or a closing brace that belongs to what is around. */
    private void skipExpression() {
        int open = 0;
        while (!cursor.atEnd()) {
            AcmeToken token = cursor.peek();
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
