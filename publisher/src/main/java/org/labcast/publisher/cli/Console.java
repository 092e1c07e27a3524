package org.labcast.publisher.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.publisher.report.TerminalStyle;
import org.labcast.publisher.terminal.Cancellation;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.services.client.ServiceBus;
import org.labcast.text.Printable;

/** Where a person sits: text, questions and one live line. */
public final class Console {
    private static final String CLEAR_LINE = "\r\033[K";

    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private String progress = "";
    private volatile boolean asking;

    public Console(Terminal terminal) {
        this.terminal = terminal;
        this.out = new PrintStream(terminal.streams().out(), true, StandardCharsets.UTF_8);
        this.err = new PrintStream(terminal.streams().err(), true, StandardCharsets.UTF_8);
        this.in = new BufferedReader(new InputStreamReader(terminal.streams().in(), StandardCharsets.UTF_8));
    }

    boolean isTerminal(String stream) {
        return terminal.isTerminal(stream);
    }

    public TerminalStyle style() {
        return new TerminalStyle(colours("out"), zone());
    }

    ZoneId zone() {
        return terminal.zone();
    }

    public boolean colours(String stream) {
        return terminal.colours(stream);
    }

    /** What is said at last should the person stop the command while this is open. */
    public Cancellation.Last parting(String words) {
        return terminal.cancellation().atCancel(() -> warn(words));
    }

    /** Ends the calls that are open should the person stop the command, so that hosts need not find out by themselves. */
    public Cancellation.Last closing(ServiceBus services) {
        return terminal.cancellation().atCancel(services::close);
    }

    /** Whether the person has gone or wants it to stop. */
    public boolean isCancelled() {
        return terminal.cancellation().isRequested();
    }

    /** The broker has the job: whatever happens to us, it goes on. */
    void posted(OrderId job) {
        terminal.posted().accept(job.value());
    }

    public void print(String text) {
        endProgress();
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }

    /** A command's own bytes: as they are into a file or pipe, made harmless on a terminal. */
    public void raw(Bytes content, boolean endLine) {
        write(out, "out", content, endLine);
    }

    public void rawError(Bytes content) {
        write(err, "err", content, false);
    }

    /** For a command's output as it comes. */
    public LineBufferedOutput output() {
        return new LineBufferedOutput(isTerminal("out"), content -> raw(content, false));
    }

    public LineBufferedOutput errorOutput() {
        return new LineBufferedOutput(isTerminal("err"), this::rawError);
    }

    /** Whether nobody reads standard output any more. */
    public boolean isGone() {
        return isCancelled() || out.checkError();
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

    public void warn(String text) {
        endProgress();
        err.println(text.stripTrailing());
    }

    /** Redraws the one live line; nothing where nobody watches. */
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
