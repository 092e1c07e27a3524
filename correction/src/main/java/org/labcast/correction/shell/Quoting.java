package org.labcast.correction.shell;

import java.util.regex.Pattern;

/** Text as one word of a shell. */
public final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Quoting() {}

    /** The text unchanged where no shell gives it a meaning, in single quotes otherwise. */
    public static String word(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
