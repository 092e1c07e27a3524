package org.labcast.publisher.text;

/** A word as a person can paste it into a shell. */
public final class ShellQuoting {
    private ShellQuoting() {}

    public static String of(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
