package org.labcast.publisher.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.report.TerminalStyle;
import org.labcast.publisher.workflow.Dialogue;
import org.labcast.text.Printable;

/**
 * Where a person sits. The launcher says in the system property {@code labcast.terminal} which of {@code in}, {@code
 * out} and {@code err} are terminals, since Java cannot tell them apart.
 */
public final class Console implements Dialogue {
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private String progress = "";
    private volatile boolean asking;

    static boolean isTerminal(String stream) {
        return List.of(System.getProperty("labcast.terminal", "").split(",")).contains(stream);
    }

    /** Colour only on a terminal, and not where {@code NO_COLOR} is set (no-color.org). */
    public static TerminalStyle style() {
        return new TerminalStyle(colours("out"), ZoneId.systemDefault());
    }

    public static boolean colours(String stream) {
        return isTerminal(stream)
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    @Override
    public void print(String text) {
        endProgress();
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }

    /** A command's own bytes: as they are into a file or pipe, made harmless on a terminal. */
    @Override
    public void raw(OutputStreamName stream, Bytes content, boolean endLine) {
        boolean errors = stream == OutputStreamName.ERR;
        write(errors ? err : out, errors ? "err" : "out", content, endLine);
    }

    /** For a command's output as it comes. */
    public LineBufferedOutput output() {
        return new LineBufferedOutput(isTerminal("out"), content -> raw(OutputStreamName.OUT, content, false));
    }

    public LineBufferedOutput errorOutput() {
        return new LineBufferedOutput(isTerminal("err"), content -> raw(OutputStreamName.ERR, content, false));
    }

    /** Whether nobody reads standard output any more. */
    public boolean isGone() {
        return out.checkError();
    }

    private void write(PrintStream stream, String name, Bytes content, boolean endLine) {
        endProgress();
        byte[] bytes =
                isTerminal(name) ? Printable.lines(content.text()).getBytes(StandardCharsets.UTF_8) : content.toArray();
        stream.write(bytes, 0, bytes.length);
        if (endLine && bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
            stream.write('\n');
        }
        stream.flush();
    }

    @Override
    public void warn(String text) {
        endProgress();
        err.println(text.stripTrailing());
    }

    /** Redraws the one live line; nothing where nobody watches. */
    @Override
    public void progress(String line) {
        if (isTerminal("err") && !line.equals(progress)) {
            err.print(CLEAR_LINE + line);
            err.flush();
            progress = line;
        }
    }

    private void endProgress() {
        if (asking) { // and Ctrl-C is the answer
            err.println();
        }
        if (!progress.isEmpty()) {
            err.print(CLEAR_LINE);
            err.flush();
            progress = "";
        }
    }

    /** Asks on the terminal; anything but yes is no. */
    @Override
    public boolean confirm(String question) {
        endProgress();
        err.print(question + " [y/N] ");
        err.flush();
        asking = true;
        try {
            String answer = in.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            throw new LabcastException("cannot read the answer from the terminal: " + e.getMessage(), e);
        } finally {
            asking = false;
        }
    }
}
