package org.labcast.services.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.CallCancelledException;
import org.labcast.services.client.ServiceStream;

/** A stream over a {@link ClientCall}. For one reader; any thread may close it, which ends the reading quietly. */
public final class LabStream implements ServiceStream {
    private final PortName port;
    private final ClientCall call;
    private final Consumer<Bytes> errors;
    private final Runnable closed;
    private final TailBuffer lastErrors = new TailBuffer();
    private final Lines lines = new Lines();

    /**
     * @param errors what the tool writes to standard error, as it comes
     * @param closed ends the conversation
     */
    public LabStream(PortName port, ClientCall call, Consumer<Bytes> errors, Runnable closed) {
        this.port = port;
        this.call = call;
        this.errors = errors;
        this.closed = closed;
    }

    @Override
    public HostName host() {
        return call.host().orElseThrow();
    }

    @Override
    public Iterator<String> iterator() {
        return lines;
    }

    @Override
    public InputStream bytes() {
        return new Reading();
    }

    @Override
    public long dropped() {
        return call.dropped();
    }

    @Override
    public void close() {
        closed.run();
    }

    /** More of standard output; nothing at the end. */
    private Optional<Bytes> more() {
        try {
            for (Optional<Chunk> chunk = call.next(); chunk.isPresent(); chunk = call.next()) {
                Bytes content = chunk.get().content();
                if (chunk.get().stream() == OutputStreamName.OUT) {
                    return Optional.of(content);
                }
                lastErrors.add(content);
                errors.accept(content);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new CallCancelledException("The reader of " + port + " was interrupted; the stream is closed.");
        } catch (LabcastException e) {
            close();
            throw e;
        }
        close();
        call.ended().ifPresent(end -> CallOutcomes.status(port, end, false, lastErrors.text()));
        return Optional.empty();
    }

    private final class Lines implements Iterator<String> {
        private final LineSplitter splitter = new LineSplitter();
        private Optional<String> next = Optional.empty();
        private boolean over;

        @Override
        public boolean hasNext() {
            if (next.isEmpty()) {
                next = splitter.line();
            }
            while (next.isEmpty() && !over) {
                read();
            }
            return next.isPresent();
        }

        /** What came before a stream broke is given out first. */
        private void read() {
            over = true;
            Optional<Bytes> more = more();
            more.ifPresent(splitter::add);
            over = more.isEmpty();
            next = splitter.line().or(() -> over ? splitter.rest() : Optional.empty());
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the stream of " + port + " has ended");
            }
            String line = next.orElseThrow();
            next = Optional.empty();
            return line;
        }
    }

    private final class Reading extends InputStream {
        private byte[] content = new byte[0];
        private int at;
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == content.length) {
                if (over) {
                    return -1;
                }
                fill();
            }
            int count = Math.min(length, content.length - at);
            System.arraycopy(content, at, target, offset, count);
            at += count;
            return count;
        }

        private void fill() throws IOException {
            over = true;
            try {
                Optional<Bytes> more = more();
                over = more.isEmpty();
                content = more.orElse(Bytes.EMPTY).toArray();
                at = 0;
            } catch (LabcastException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public int available() {
            return content.length - at;
        }

        @Override
        public void close() {
            LabStream.this.close();
        }
    }
}
