package org.labcast.deploy.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.labcast.model.service.PortName;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.LabServices;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ServiceStream;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;

/**
 * Prints what calls and streams cost beside bare messages over the same broker; see {@code deploy/benchmark}. Arguments: the
 * publisher's home, the address of a {@link Responder}, and the process id of the agent, which is killed in the end.
 */
public final class Services {
    private static final int CALLS = 500;
    private static final int THREADS = 4;
    private static final int PIECE = 1 << 16;
    private static final int PIECES = 1600;

    private final LabServices services;
    private final String responder;
    private final Wiring wiring;

    private Services(Wiring wiring, LabServices services, String responder) {
        this.wiring = wiring;
        this.services = services;
        this.responder = responder;
    }

    public static void main(String[] args) throws Exception {
        try (Wiring wiring = Wiring.of(new PublisherHome(Path.of(args[0])));
                LabServices services = wiring.services()) {
            Services benchmark = new Services(wiring, services, args[1]);
            benchmark.calls();
            benchmark.streams();
            benchmark.death(Long.parseLong(args[2]));
        }
    }

    private static CallRequest request(String contract, String port, String... values) {
        Map<String, List<String>> arguments = values.length == 0 ? Map.of() : Map.of(values[0], List.of(values[1]));
        return CallRequest.of(new PortName(contract, port), "", arguments);
    }

    private void calls() throws Exception {
        double start = latency(
                "start of /bin/true, no messages",
                0,
                () -> new ProcessBuilder("/bin/true").start().waitFor());
        try (Line line = new Line()) {
            double bare = latency("bare request and reply", 0, line);
            double call = latency("empty call", bare, () -> services.call(request("Bench", "empty")));
            print("%-44s %10.2f ms   %.1f", "empty call without a process start", call - start, (call - start) / bare);
        }
        List<Callable<?>> lines = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            lines.add(new Line());
        }
        double bare = rate("bare requests", lines, 0);
        Callable<?> call = () -> services.call(request("Bench", "empty"));
        rate("empty calls", List.of(call, call, call, call), bare);
        for (Callable<?> line : lines) {
            ((Line) line).close();
        }
    }

    /** Median in milliseconds. */
    private static double latency(String what, double beside, Callable<?> once) throws Exception {
        long[] times = new long[CALLS];
        for (int i = -CALLS; i < CALLS; i++) {
            long start = System.nanoTime();
            once.call();
            times[Math.max(i, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        double median = times[CALLS / 2] / 1e6;
        double last = times[CALLS * 99 / 100] / 1e6;
        print("%-44s %10.2f ms%s", what + ", median", median, ratio(median, beside));
        print("%-44s %10.2f ms%s", what + ", 99th percentile", last, ratio(last, beside));
        return median;
    }

    private static double rate(String what, List<Callable<?>> each, double beside) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(each.size());
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (Callable<?> one : each) {
            running.add(threads.submit(() -> {
                for (int i = 0; i < CALLS; i++) {
                    one.call();
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        double rate = each.size() * CALLS / ((System.nanoTime() - start) / 1e9);
        print("%-44s %10.0f /s%s", what + ", " + each.size() + " at a time", rate, ratio(rate, beside));
        return rate;
    }

    private void streams() throws Exception {
        double megabytes = (double) PIECE * PIECES / 1e6;
        double bare;
        try (Line line = new Line()) {
            line.ask(100, PIECE);
            long start = System.nanoTime();
            line.ask(PIECES, PIECE);
            bare = megabytes / ((System.nanoTime() - start) / 1e9);
        }
        print("%-44s %10.1f MB/s", "bare messages of 64 KiB", bare);
        stream(PIECE * 100L);
        long start = System.nanoTime();
        stream((long) PIECE * PIECES);
        double stream = megabytes / ((System.nanoTime() - start) / 1e9);
        print("%-44s %10.1f MB/s%s", "the same bytes as a stream", stream, ratio(stream, bare));
    }

    private void stream(long bytes) throws IOException {
        try (ServiceStream stream = services.open(request("BenchStreams", "zeros", "bytes", String.valueOf(bytes)));
                InputStream in = stream.bytes()) {
            if (in.transferTo(java.io.OutputStream.nullOutputStream()) != bytes) {
                throw new IllegalStateException("the stream is not as long as it should be");
            }
        }
    }

    /** The agent is killed in the middle of a call. */
    private void death(long agent) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Long> told = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                services.call(request("Bench", "talk"), (stream, content) -> begun.countDown());
            } catch (ProviderLostException e) {
                told.set(System.nanoTime());
            }
        });
        caller.start();
        begun.await();
        ProcessHandle.of(agent).orElseThrow().destroyForcibly();
        long killed = System.nanoTime();
        while (!services.find(Lookup.of(new PortName("Bench", "talk"))).isEmpty()) {
            Thread.sleep(50);
        }
        double unlisted = (System.nanoTime() - killed) / 1e9;
        caller.join();
        print("%-44s %10.1f s", "killed provider, until its caller is told", (told.get() - killed) / 1e9);
        print("%-44s %10.1f s", "killed provider, until it is not listed", unlisted);
    }

    private static String ratio(double value, double beside) {
        return beside == 0 ? "" : String.format(Locale.ROOT, "   %.2f", value / beside);
    }

    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /** Bare messages to the responder and back. */
    private final class Line implements Callable<Void>, AutoCloseable {
        private final TransientConsumer replies = TransientConsumer.forReplies(
                wiring.connection(), wiring.config().brokerUser());
        private final TransientSender sender = new TransientSender(wiring.connection());
        private final Semaphore arrived = new Semaphore(0);

        Line() {
            replies.listen(message -> arrived.release());
        }

        void ask(int count, int size) throws InterruptedException {
            String request = replies.address() + " " + count + " " + size;
            sender.send(responder, Responder.message(request.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            arrived.acquire(count);
        }

        @Override
        public Void call() throws InterruptedException {
            ask(1, 100);
            return null;
        }

        @Override
        public void close() {
            replies.close();
            sender.close();
        }
    }
}
