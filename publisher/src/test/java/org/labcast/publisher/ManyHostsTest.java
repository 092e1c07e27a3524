package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.order.Job;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.HostSide.Taken;

/**
 * Each result of many hosts is counted once and receipted once. {@code -Dhosts=1000} makes it a benchmark, which prints seconds and
 * processor time of each step, of publisher, broker and hosts together.
 */
class ManyHostsTest {
    private static final int HOSTS = Integer.getInteger("hosts", 40);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    Path folder;

    private Desk desk;
    private final List<Answering> hosts = new ArrayList<>();

    /** A host and the jobs that it was given. */
    private record Answering(HostSide side, List<Taken<Job>> jobs) {
        Answering(HostSide side) {
            this(side, Collections.synchronizedList(new ArrayList<>()));
        }

        void answerAll() {
            side.doing(taken -> {
                if (taken.order() instanceof Job) {
                    answer(HostSide.job(taken));
                }
            });
        }

        /** The first word and the last one come apart, as from an agent. */
        private void answer(Taken<Job> job) {
            jobs.add(job);
            var events = HostSide.done(job.order(), 0);
            side.answer(job, 1, events.subList(0, 1));
            side.answer(job, 2, events.subList(1, events.size()));
        }

        void enrolAfterwards() {
            side.doing(taken -> {
                if (taken.order() instanceof Job) {
                    answer(HostSide.job(taken));
                    side.enrol();
                }
            });
        }
    }

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
        timed("invite", () -> desk.run("invite", all()));
        timed("connect", () -> {
            for (int i = 1; i <= HOSTS; i++) {
                hosts.add(new Answering(desk.host("lab-%04d".formatted(i))));
            }
            return null;
        });
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void eachResultIsCountedAndReceiptedOnce() {
        hosts.forEach(host -> host.side().enrol());
        hosts.forEach(host -> host.side().appear(Map.of()));
        timed("hosts", () -> desk.run("hosts"));
        hosts.forEach(Answering::answerAll);
        String tasks = desk.tasks("uptime");
        for (int run = 1; run <= 3; run++) {
            Said said = timed("push " + run, () -> desk.run("push", tasks, "--instant"));
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
            assertThat(said.out()).contains("%,d hosts: %,d succeeded".formatted(HOSTS, HOSTS));
        }
        assertThat(timed("report", () -> desk.run("report")).exit()).isZero();
        hosts.forEach(host -> {
            assertThat(host.jobs()).hasSize(3);
            host.jobs().forEach(job -> assertReceipted(host, job));
        });
        System.out.printf(
                "receipts: %d for %d results%n",
                hosts.stream().mapToLong(this::receipts).sum(), 3 * 2 * HOSTS);
    }

    /** All of them are invited; half has joined; of the others some answer before they are known, and some afterwards. */
    @Test
    void hostsThatJoinWhileAPushIsUnderWayAreAllCounted() {
        for (int i = 0; i < HOSTS; i += 2) {
            hosts.get(i).side().enrol();
            hosts.get(i).side().appear(Map.of());
            hosts.get(i).answerAll();
        }
        desk.run("hosts");
        for (int i = 1; i < HOSTS; i += 2) {
            hosts.get(i).enrolAfterwards();
        }
        String tasks = desk.tasks("uptime");
        Said said = timed("push while they join", () -> desk.run("push", tasks, "--host", all(), "--wait", "5m"));
        Said report = timed("report", () -> desk.run("report"));
        assertThat(report.exit()).as(said.err() + report.out()).isZero();
        assertThat(report.out()).contains("%,d hosts: %,d succeeded".formatted(HOSTS, HOSTS));
        hosts.forEach(host -> assertReceipted(host, host.jobs().get(0)));
    }

    private static void assertReceipted(Answering host, Taken<Job> job) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> host.side().held(job.order()).equals(java.util.Set.of(1L, 2L)));
    }

    private long receipts(Answering host) {
        return host.jobs().stream()
                .mapToLong(job -> host.side().receiptsFor(job.order()))
                .sum();
    }

    private static String all() {
        return "lab-[0001-%04d]".formatted(HOSTS);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        T done = work.get();
        System.out.printf(
                "%d hosts: %-22s %6.1f s, processor %6.1f s%n",
                HOSTS, what, (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        return done;
    }
}
