package org.labcast.publisher.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.publisher.terminal.Cancellation;
import org.labcast.publisher.wire.CommandRequest;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;

@Timeout(60)
class SessionTest {
    private static final CommandRequest REQUEST = new CommandRequest("", "/", List.of("x"), List.of(), Map.of());

    @TempDir
    Path folder;

    private ServerSocketChannel server;
    private Link client;

    @BeforeEach
    void connect() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
        client = Link.to(folder.resolve("socket"));
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        server.close();
    }

    private CompletableFuture<Void> running(Session.Runner runner) throws IOException {
        Session session = new Session(new Link(server.accept()), REQUEST);
        return CompletableFuture.runAsync(() -> {
            try {
                session.run(runner);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Frame next(int kind) throws IOException {
        Frame frame = client.read();
        assertThat(frame.kind()).isEqualTo(kind);
        return frame;
    }

    private static int code(Frame exit) {
        return ByteBuffer.wrap(exit.content()).getInt();
    }

    @Test
    void muchOutputArrivesWholeAndWaitsForASlowReader() throws Exception {
        byte[] output = new byte[10 << 20];
        new Random(1).nextBytes(output);
        AtomicLong written = new AtomicLong();
        CompletableFuture<Void> session = running((terminal, words) -> {
            try {
                for (int at = 0; at < output.length; at += 1 << 16) {
                    terminal.streams().out().write(output, at, 1 << 16);
                    written.addAndGet(1 << 16);
                }
                return 7;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        next(Frame.ACCEPTED);
        MessageDigest seen = MessageDigest.getInstance("SHA-256");
        long read = 0;
        long mostAhead = 0;
        Frame frame = client.read();
        while (frame.kind() == Frame.OUT) {
            seen.update(frame.content());
            read += frame.content().length;
            mostAhead = Math.max(mostAhead, written.get() - read);
            frame = client.read();
        }
        assertThat(code(frame)).isEqualTo(7);
        assertThat(seen.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(output));
        assertThat(mostAhead).as("bytes kept for the reader").isLessThan(2 << 20);
        session.get(10, TimeUnit.SECONDS);
    }

    @Test
    void inputIsAskedForWhenItIsRead() throws Exception {
        running((terminal, words) -> {
            try {
                return terminal.streams().in().read()
                        + terminal.streams().in().read()
                        + terminal.streams().in().read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        next(Frame.ACCEPTED);
        next(Frame.WANT_INPUT);
        client.send(Frame.INPUT, new byte[] {10, 20});
        next(Frame.WANT_INPUT);
        client.send(Frame.INPUT_END, new byte[0]);
        assertThat(code(next(Frame.EXIT))).isEqualTo(29);
    }

    @Test
    void cancelSaysTheLastWordsAndNeedNotWaitForTheCommand() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> requested = new CompletableFuture<>();
        CompletableFuture<Void> session = running((terminal, words) -> {
            try (Cancellation.Last last = terminal.cancellation()
                    .atCancel(() -> write(terminal.streams().err()))) {
                terminal.streams().in().read();
            } catch (IOException e) {
                requested.complete(terminal.cancellation().isRequested());
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        });
        next(Frame.ACCEPTED);
        next(Frame.WANT_INPUT);
        client.send(Frame.CANCEL, new byte[0]);
        assertThat(next(Frame.ERR).content()).isEqualTo(new byte[] {'b', 'y', 'e'});
        assertThat(code(next(Frame.EXIT))).isEqualTo(130);
        assertThat(requested.get(10, TimeUnit.SECONDS)).isTrue();
        never.countDown();
        session.get(10, TimeUnit.SECONDS);
    }

    private static void write(java.io.OutputStream stream) {
        try {
            stream.write(new byte[] {'b', 'y', 'e'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoHasGoneStopsTheCommand() throws Exception {
        CompletableFuture<Void> session = running((terminal, words) -> {
            try {
                return terminal.streams().in().read();
            } catch (IOException e) {
                return 0;
            }
        });
        next(Frame.ACCEPTED);
        client.close();
        session.get(10, TimeUnit.SECONDS);
    }

    @Test
    void outputThatNobodyReadsIsAFaultOfTheStreamAlone() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        running((terminal, words) -> {
            try {
                terminal.streams().err().write('e');
                while (true) {
                    terminal.streams().out().write(new byte[100]);
                }
            } catch (IOException e) {
                told.countDown();
                return 3;
            }
        });
        next(Frame.ACCEPTED);
        next(Frame.ERR);
        client.send(Frame.OUTPUT_GONE, new byte[0]);
        Frame frame = client.read();
        while (frame.kind() == Frame.OUT) {
            frame = client.read();
        }
        assertThat(code(frame)).isEqualTo(3);
        assertThat(told.await(1, TimeUnit.SECONDS)).isTrue();
    }
}
