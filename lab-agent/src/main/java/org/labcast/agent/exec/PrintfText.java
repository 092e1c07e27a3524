package org.labcast.agent.exec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text as an argument of {@code printf %b}. Java passes arguments in the encoding of the locale it was started in and
 * replaces what that lacks by question marks; escapes survive, so what runs is what was signed.
 */
final class PrintfText {
    private static final boolean UTF8_ARGUMENTS =
            Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII")).equals(StandardCharsets.UTF_8);

    private PrintfText() {}

    static String of(String text) {
        String escaped = text.replace("\\", "\\\\");
        return UTF8_ARGUMENTS ? escaped : octal(escaped);
    }

    /** Bytes beyond ASCII as printf(1) writes them: backslash, 0 and three octal digits. */
    static String octal(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append(String.format("\\0%03o", b & 0xff));
            }
        }
        return ascii.toString();
    }
}
