package org.labcast.publisher.command;

/** A word as a person can paste it into a shell. */
final class ShellWord {
    private ShellWord() {}

    static String of(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
