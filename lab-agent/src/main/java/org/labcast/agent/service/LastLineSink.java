package org.labcast.agent.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.labcast.agent.output.OutputSink;

/** The last line that a program wrote, or its end: mostly it says why the program failed. */
final class LastLineSink implements OutputSink {
    private static final int LONGEST = 500;

    private byte[] end = new byte[0];

    @Override
    public synchronized void write(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(end, end.length + count);
        System.arraycopy(bytes, 0, all, end.length, count);
        end = Arrays.copyOfRange(all, Math.max(0, all.length - LONGEST), all.length);
    }

    synchronized String text() {
        String text = new String(end, StandardCharsets.UTF_8).strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
