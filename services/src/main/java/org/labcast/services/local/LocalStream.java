package org.labcast.services.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.ServiceStream;

/** What a tool of this machine puts out. The tool waits when nobody reads. */
final class LocalStream implements ServiceStream {
    /** Of standard error, which is for messages. */
    private static final int ERRORS = 1 << 16;

    private final Process process;
    private final PortName port;
    private final Runnable post;
    private final Consumer<LocalStream> ended;
    private final CompletableFuture<String> errors;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param post to run once, when the tool has ended
     * @param ended told then, too
     */
    LocalStream(Process process, PortName port, Runnable post, Consumer<LocalStream> ended) {
        this.process = process;
        this.port = port;
        this.post = post;
        this.ended = ended;
        this.errors = new CompletableFuture<>();
        Thread reader = new Thread(() -> errors.complete(readErrors(process)), "local-tool-errors");
        reader.setDaemon(true);
        reader.start();
    }

    private static String readErrors(Process process) {
        try (InputStream in = process.getErrorStream()) {
            String kept = new String(in.readNBytes(ERRORS), StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
            return kept;
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public HostName host() {
        return LocalServices.HOST;
    }

    @Override
    public Iterator<String> iterator() {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        return new Iterator<>() {
            private @Nullable String next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = line(lines);
                }
                return next != null;
            }

            @Override
            public String next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException();
                }
                String line = next;
                next = null;
                return line;
            }
        };
    }

    private @Nullable String line(BufferedReader lines) {
        try {
            String line = lines.readLine();
            if (line == null) {
                end();
            }
            return line;
        } catch (IOException e) {
            if (closed) {
                return null;
            }
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        int exitCode = process.onExit().join().exitValue();
        finish();
        if (exitCode != 0 && !closed) {
            throw LocalRun.failed(port, exitCode, errors.join());
        }
    }

    private void finish() {
        if (!over.getAndSet(true)) {
            ended.accept(this);
            post.run();
        }
    }

    @Override
    public InputStream bytes() {
        return process.getInputStream();
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
        LocalRun.kill(process);
        process.onExit().join();
        finish();
    }
}
