package org.labcast.publisher.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.result.Event;
import org.labcast.publisher.Desk;
import org.labcast.publisher.HostSide;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.terminal.Terminal;

final class JobWaiterTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void waitsForARunningHostThoughTheListOfHostsWasReadAMinuteAgo() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        try (Desk desk = Desk.withBroker(folder)) {
            HostSide host = desk.joined("lab-01");
            host.appear(Map.of());
            host.doing(taken -> {
                HostSide.Taken<Job> job = HostSide.job(taken);
                host.answer(job, 1, List.of(new Event.Accepted(Instant.now()), new Event.Started(Instant.now())));
                started.countDown();
                // Longer than a host is waited for that does not seem to be on.
                await(waited, 3 * PATIENCE.toMillis());
                List<Event> done = HostSide.done(job.order(), 0);
                host.answer(job, 2, done.subList(1, done.size()));
            });
            assertThat(desk.run("hosts").out()).contains("lab-01");
            forget(desk);
            assertThat(desk.run("push", desk.tasks("sleep 25"), "--wait", "0s").exit())
                    .isEqualTo(4);
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            try (Wiring wiring = Wiring.of(desk.home)) {
                OrderId job = wiring.store().jobs().find("last").job().header().id();
                JobReport report = new JobWaiter(wiring, new Console(Terminal.ofProcess()), job, PATIENCE)
                        .untilOver(wiring.collector(), Optional.empty());
                assertThat(report.isOver()).isTrue();
            }
        }
    }

    /** As if the list of hosts had been read a minute ago. */
    private static void forget(Desk desk) throws Exception {
        try (var store = DriverManager.getConnection(
                        "jdbc:sqlite:" + desk.home.folder().resolve("store.db"));
                var update = store.createStatement()) {
            assertThat(update.executeUpdate("UPDATE presence SET seen = seen - 60000"))
                    .isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            assertThat(latch.await(millis, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
