package org.labcast.publisher.taskfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises what comes into a command list when it is copied out of a document or a terminal, by the form of its line alone. */
final class PastedText {
    private static final Map<Pattern, String> FORMS = new LinkedHashMap<>();

    static {
        form(
                "(?:[0-9]{1,3}|[a-z])[.)][ \\t]+\\S.*",
                "this looks like the item of a numbered list, and is run as a command: leave the number out");
        form(
                "[-*+\u2022\u2013\u2014][ \\t]+\\S.*",
                "this looks like the item of a list, and is run as a command: leave the mark out");
        form("(?:```|~~~).*", "this looks like a fence of Markdown: leave the line out");
        form(
                "(?:\\([\\w.-]+\\)[ \\t]*)?\\[?[\\w.-]+@[\\w.-]+(?:[: ][^\\s\\]]*)?\\]?[ \\t]*[#$%>](?:[ \\t].*|$)",
                "this looks like a prompt that was copied from a terminal: leave everything in front of the command out");
        form("[$%][ \\t]+\\S.*", "this looks like a prompt in front of a command: leave it out");
        form(
                ">[ \\t]*(?:[a-z][\\w.-]*[ \\t]+\\S.*|$)",
                "this looks like a quoted line or a prompt; the shell would write into a file of that name");
        form(
                ">(?:>|[ \\t])+(?:uptime|date|whoami|w|who|id|df|du|free|ls|ll|pwd|hostname|uname|ps|top|mount|lsblk|lscpu|dmesg|env|sync"
                        + "|reboot|history|clear|sudo|ifconfig|ip)",
                "this looks like a quoted line or a prompt; the shell would write into a file of that name");
        form(
                ">(?:>|[ \\t])*>[ \\t]+[a-z][\\w.-]*[ \\t]+\\S.*",
                "this looks like a quoted line; the shell would write into a file of that name");
        form(
                "(?:={3,}|-{3,}|\\*{3,}|_{3,})",
                "this looks like a ruler below a heading: leave it out, or put # in front of it");
        form("\\*\\*.*\\*\\*:?|\\|.*\\|", "this looks like text of Markdown: leave it out, or put # in front of it");
        form(
                "\\p{Lu}\\p{Ll}*(?:,?[ \\t]+[\\p{L}'\u2019-]+){2,}[.:!]",
                "this looks like a sentence, and is run as a command: put # in front of it");
    }

    private PastedText() {}

    private static void form(String pattern, String message) {
        FORMS.put(Pattern.compile(pattern), message);
    }

    /** What is to be said about a line at which a command begins, without blanks around it. */
    static Optional<String> complaint(String line) {
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().matcher(line).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
