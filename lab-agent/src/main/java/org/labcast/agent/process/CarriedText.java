package org.labcast.agent.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arguments as they reach a program unharmed. Java passes arguments in the encoding of the locale it was started in and
 * replaces what that lacks by question marks; escapes survive, so what runs is what was signed.
 */
final class CarriedText {
    private static final boolean UTF8_ARGUMENTS =
            Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII")).equals(StandardCharsets.UTF_8);

    /** Undoes the escapes and becomes the arguments. The dot keeps line ends, which a command substitution cuts off. */
    private static final String UNESCAPE = """
            for labcast_word do
                shift
                labcast_word=$(printf %b. "$labcast_word")
                set -- "$@" "${labcast_word%.}"
            done
            unset PWD OLDPWD SHLVL
            exec "$@\"""";

    private CarriedText() {}

    /** The same arguments, or a shell that becomes them. */
    static List<String> of(List<String> arguments) {
        boolean harmless = UTF8_ARGUMENTS
                || arguments.stream().allMatch(argument -> argument.chars().allMatch(c -> c < 0x80));
        return harmless ? arguments : escaped(arguments);
    }

    static List<String> escaped(List<String> arguments) {
        return Stream.concat(
                        Stream.of("/bin/sh", "-c", UNESCAPE, "labcast"),
                        arguments.stream().map(CarriedText::octal))
                .toList();
    }

    /** As {@code printf %b} reads it: bytes beyond ASCII as backslash, 0 and three octal digits. */
    static String octal(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (byte b : text.replace("\\", "\\\\").getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append(String.format("\\0%03o", b & 0xff));
            }
        }
        return ascii.toString();
    }
}
