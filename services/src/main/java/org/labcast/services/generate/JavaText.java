package org.labcast.services.generate;

import java.util.ArrayList;
import java.util.List;

/** Any text in a Java source, where it can only be read as the text that it is. */
final class JavaText {
    /** A constant may have 65,535 bytes, and a character up to three of them (Java Virtual Machine Specification 4.4.7). */
    private static final int LONGEST = 20_000;

    private static final int WIDTH = 100;

    private JavaText() {}

    /**
     * A string literal; all of it but printable ASCII is escaped.
     *
     * @throws GenerationException when it is longer than a constant may be
     */
    static String literal(String text) {
        if (text.length() > LONGEST) {
            throw new GenerationException("a text that begins with '" + text.substring(0, 40) + "' has more than "
                    + LONGEST + " characters, which is more than a program can hold; make it shorter");
        }
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            // The compiler reads unicode escapes before it looks for line ends, so that control characters must be
            // octal.
            default ->
                c < ' '
                        ? String.format("\\%03o", (int) c)
                        : c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c);
        };
    }

    /**
     * A text inside a documentation comment, as HTML that shows it: it cannot end the comment, begin a tag, or be a unicode
     * escape. Blanks and line ends are all the same.
     */
    static String documentation(String text) {
        StringBuilder shown = new StringBuilder();
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " .,:;!?'\"()[]+-_=#%|~".indexOf(c) >= 0;
            shown.append(plain ? Character.toString(c) : visible(c) ? "&#" + c + ";" : "?");
        });
        return shown.toString();
    }

    /** The same as code. */
    static String code(String text) {
        return text.isBlank() ? "''" : "<code>" + documentation(text) + "</code>";
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** A documentation comment of some paragraphs and tags, each HTML, lines broken at blanks. */
    static String comment(List<String> paragraphs, List<String> tags) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            lines.addAll(wrapped(lines.isEmpty() ? paragraph : "<p>" + paragraph, ""));
            lines.add("");
        }
        tags.forEach(tag -> lines.addAll(wrapped(tag, "    ")));
        if (tags.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.size() == 1) {
            return "/** " + lines.get(0) + " */\n";
        }
        StringBuilder comment = new StringBuilder("/**\n");
        lines.forEach(line -> comment.append((" * " + line).stripTrailing()).append('\n'));
        return comment.append(" */\n").toString();
    }

    private static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
