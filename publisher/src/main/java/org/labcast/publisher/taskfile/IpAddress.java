package org.labcast.publisher.taskfile;

import java.util.regex.Pattern;

/** Recognises an IP address by its form alone; no name is ever looked up. */
final class IpAddress {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern V6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:]{2,39}(" + V4.pattern() + ")?");

    private IpAddress() {}

    static boolean is(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }
}
