package org.labcast.services.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StreamTaskTest {
    private final Page page = Page.named("Test");
    private final Log log = page.window(Page.RESULTS_WINDOW);

    /** Lines that a test hands over; closing it breaks whoever waits, as a stream over the network does. */
    private static final class Lines implements LineSource, Iterator<String> {
        private static final String END = "end";
        private static final String BROKEN = "broken";
        final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
        final AtomicLong dropped = new AtomicLong();
        private String next = "";

        @Override
        public Iterator<String> iterator() {
            return this;
        }

        @Override
        public long dropped() {
            return dropped.get();
        }

        @Override
        public void close() {
            coming.add(BROKEN);
        }

        @Override
        public boolean hasNext() {
            try {
                next = coming.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (next.equals(BROKEN)) {
                throw new PageException("provider lost");
            }
            return !next.equals(END);
        }

        @Override
        public String next() {
            if (next.equals(END)) {
                throw new NoSuchElementException();
            }
            return next;
        }
    }

    @Test
    void bringsLinesAndSaysWhatIsLost() throws Exception {
        Lines lines = new Lines();
        lines.coming.addAll(List.of("one", Lines.END));
        lines.dropped.set(9);
        assertThat(new StreamTask(values -> lines, log).run(Values.NONE)).isEqualTo("ended");
        assertThat(page.describe(0).toString()).contains("[(9 bytes were lost here), one]");
    }

    @Test
    void aBrokenStreamIsAFailure() {
        Lines lines = new Lines();
        lines.close();
        assertThatThrownBy(() -> new StreamTask(values -> lines, log).run(Values.NONE))
                .hasMessage("provider lost");
    }

    @Test
    void isStoppedWhileItWaits() throws Exception {
        Lines lines = new Lines();
        StreamTask task = new StreamTask(values -> lines, log);
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> run(task));
        lines.coming.add("one");
        Awaitility.await().until(() -> page.describe(0).toString().contains("one"));
        task.stop();
        assertThat(end.join()).isEqualTo("stopped");
    }

    @Test
    void isStoppedWhileItOpens() throws Exception {
        CompletableFuture<LineSource> opened = new CompletableFuture<>();
        CompletableFuture<Void> opening = new CompletableFuture<>();
        StreamTask task = new StreamTask(
                values -> {
                    opening.complete(null);
                    return opened.join();
                },
                log);
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> run(task));
        opening.join();
        task.stop();
        opened.complete(new Lines());
        assertThat(end.join()).isEqualTo("stopped");
    }

    private static String run(StreamTask task) {
        try {
            return task.run(Values.NONE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
