package org.labcast.publisher.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.publisher.wire.CommandRequest;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command line that is connected, from its first frame to its exit code. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** As a shell tells the end by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Link link;
    private final CommandRequest request;
    private final FrameInput in;
    private final FrameStream out;
    private final FrameStream err;
    private final SessionCancellation cancellation = new SessionCancellation();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean hasPosted;

    Session(Link link, CommandRequest request) {
        this.link = link;
        this.request = request;
        this.in = new FrameInput(link);
        this.out = new FrameStream(link, Frame.OUT);
        this.err = new FrameStream(link, Frame.ERR);
    }

    /** Runs a command line at a terminal; gives its exit code. */
    interface Runner {
        int run(Terminal terminal, String... words);
    }

    /** Returns when the command has ended. */
    void run(Runner runner) throws IOException {
        link.send(Frame.ACCEPTED, new byte[0]);
        Thread reader =
                new Thread(this::hear, "terminal of " + Thread.currentThread().getName());
        reader.setDaemon(true);
        reader.start();
        end(runner.run(terminal(), request.arguments().toArray(String[]::new)));
    }

    private Terminal terminal() {
        return new Terminal(
                new Terminal.Streams(in, out, err),
                new HashSet<>(request.terminals()),
                request.environment(),
                Path.of(request.folder()),
                cancellation,
                this::posted);
    }

    FrameStream errors() {
        return err;
    }

    private void posted(String job) {
        hasPosted = true;
        try {
            link.send(Frame.POSTED, job.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("the terminal has gone", e);
        }
    }

    private void hear() {
        try {
            for (Frame frame = link.read(); frame != null; frame = link.read()) {
                switch (frame.kind()) {
                    case Frame.INPUT -> in.add(frame.content());
                    case Frame.INPUT_END -> in.end();
                    case Frame.CANCEL -> cancel();
                    case Frame.OUTPUT_GONE -> out.end();
                    default -> throw new IOException("a frame of the unknown kind " + frame.kind());
                }
            }
        } catch (IOException e) {
            LOG.debug("the terminal has gone", e);
        }
        cancel();
    }

    /** The command stops as soon as it notices; the person need not wait for that. */
    void cancel() {
        in.cancel();
        cancellation.request();
        if (hasPosted) {
            awaitWords();
        }
        end(INTERRUPTED);
    }

    /** Between posting and waiting a command has no last words yet, and just then they matter. */
    private void awaitWords() {
        try {
            cancellation.awaitWords(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(int exit) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            link.send(
                    Frame.EXIT, ByteBuffer.allocate(Integer.BYTES).putInt(exit).array());
        } catch (IOException e) {
            LOG.debug("the terminal has gone", e);
        }
        out.end();
        err.end();
        link.close();
    }
}
