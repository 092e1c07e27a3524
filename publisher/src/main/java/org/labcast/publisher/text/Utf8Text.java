package org.labcast.publisher.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strictly decoded UTF-8.
 *
 * @param text all of it, or what stands before the first malformed byte
 */
public record Utf8Text(String text, boolean complete) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public static Utf8Text decode(byte[] content) {
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content), text, true);
        String decoded = text.flip().toString();
        boolean marked = decoded.startsWith(BYTE_ORDER_MARK);
        return new Utf8Text(marked ? decoded.substring(1) : decoded, !result.isError());
    }

    /** Number of lines begun. */
    public int lines() {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    /** Column just behind the text, from 1. */
    public int endColumn() {
        return text.length() - text.lastIndexOf('\n');
    }
}
