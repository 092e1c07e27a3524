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
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.report.TerminalStyle;
import org.labcast.publisher.terminal.Cancellation;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.publisher.workflow.Dialogue;
import org.labcast.services.client.ServiceBus;
import org.labcast.text.Printable;

/** Where a person sits: text, questions and one live line. */
public final class Console implements Dialogue {
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

    /** Ends the calls that are open should the person stop the command, so that hosts need not find out by themselves. */
    public Cancellation.Last closing(ServiceBus services) {
        return terminal.cancellation().atCancel(services::close);
    }

    @Override
    public Cancellation cancellation() {
        return terminal.cancellation();
    }

    @Override
    public void posted(OrderId job) {
        terminal.posted().accept(job.value());
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
        return cancellation().isRequested() || out.checkError();
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
