package org.labcast.agent.session;

import java.util.ArrayList;
import java.util.List;

/** Text between a shell's quotes. */
final class QuotedText {
    /** Stands for the quotes of bash in which a backslash escapes. */
    private static final char ANSI = '$';

    private QuotedText() {}

    /** One word that stands for exactly this text in every shell. */
    static String of(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Cuts a listing such as {@code alias} prints into its entries, which may go over several lines inside quotes. */
    static List<String> entries(String listing) {
        List<String> entries = new ArrayList<>();
        char quote = 0;
        int from = 0;
        for (int at = 0; at < listing.length(); at++) {
            char c = listing.charAt(at);
            if (quote != 0) {
                if (c == '\\' && quote != '\'') {
                    at++;
                } else if (c == (quote == ANSI ? '\'' : quote)) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                boolean ansi = c == '\'' && at > 0 && listing.charAt(at - 1) == ANSI;
                quote = ansi ? ANSI : c;
            } else if (c == '\\') {
                at++;
            } else if (c == '\n') {
                add(entries, listing.substring(from, at));
                from = at + 1;
            }
        }
        add(entries, listing.substring(from));
        return List.copyOf(entries);
    }

    private static void add(List<String> entries, String entry) {
        if (!entry.isBlank()) {
            entries.add(entry);
        }
    }
}
