package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.InvalidValueException;

/** Splits an option line at blanks; quotes keep blanks in a value together ({@code cwd="/srv/my files"}). */
final class OptionWords {
    /** A word without its quotes, and the index in the line at which it begins. */
    record Word(String text, int start) {}

    private OptionWords() {}

    /** @throws InvalidValueException when a quote is not closed */
    static List<Word> split(String line, int from) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = -1;
        char quote = 0;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && (c == ' ' || c == '\t')) {
                if (start >= 0) {
                    words.add(new Word(word.toString(), start));
                }
                start = -1;
                word.setLength(0);
                continue;
            }
            start = start < 0 ? i : start;
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new InvalidValueException("a quote is not closed");
        }
        if (start >= 0) {
            words.add(new Word(word.toString(), start));
        }
        return words;
    }
}
