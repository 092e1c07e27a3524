package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.HostSide.Taken;

/** Cancel, reissue and logs. */
class FollowUpTest {
    private static final Bytes LONG = Bytes.utf8("0123456789".repeat(100));

    @TempDir
    Path folder;

    private Desk desk;
    private HostSide host;

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
        host = desk.joined("lab-01");
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void aCancellationSaysWhatItMet() {
        assertThat(desk.run("push", desk.tasks("sleep 1000"), "--wait", "0s").exit())
                .isEqualTo(4);
        Said silent = desk.run("cancel", "--wait", "0s");
        assertThat(silent.exit()).isEqualTo(4);
        assertThat(silent.out()).contains("lab-01: no answer yet");
        Taken<Order> job = host.waiting().stream()
                .filter(taken -> taken.order() instanceof Job)
                .findFirst()
                .orElseThrow();
        host.doing(taken -> {
            Cancel cancel = (Cancel) taken.order();
            host.answer(
                    HostSide.job(job),
                    1,
                    List.of(
                            new Event.Accepted(Instant.now()),
                            new Event.CancelSeen(Instant.now(), cancel.id(), CancelPoint.BEFORE),
                            new Event.Finished(Instant.now(), JobEnd.CANCELLED)));
        });
        Said answered = desk.run("cancel");
        assertThat(answered.exit()).isZero();
        assertThat(answered.out()).contains("lab-01: cancelled before it ran");
        assertThat(desk.run("report").exit()).isEqualTo(2);
    }

    @Test
    void aReissueGoesToThoseWhoNeedIt() {
        HostSide failing = desk.joined("lab-02");
        desk.joined("lab-03");
        host.doing(taken -> host.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 0)));
        failing.doing(taken -> failing.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 1)));
        String job = jobOf(desk.run("push", desk.tasks("uptime"), "--wait", "3s"));
        assertThat(desk.run("reissue", job, "--failed", "--wait", "0s").err()).contains(" to lab-02.");
        assertThat(desk.run("reissue", job, "--missing", "--wait", "0s").err()).contains(" to lab-03.");
        assertThat(desk.run("reissue", job, "--wait", "0s").err()).contains(" to lab-[02-03].");
        assertThat(desk.run("reissue", job, "--host", "lab-01").exit()).isZero();
        assertThat(desk.run("reissue", job, "--failed", "--missing").exit()).isEqualTo(64);
    }

    @Test
    void logsFetchWhatTheReportLeftOut() {
        cutShort(LONG);
        Said said = desk.run("logs", "last", "lab-01", "--task", "1");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo(LONG.text());
        assertThat(desk.run("logs", "last", "lab-01", "--task", "2").exit()).isEqualTo(1);
        assertThat(desk.run("logs", "last", "lab-09").exit()).isEqualTo(1);
    }

    @Test
    void logsSayWhenTheHostContradictsItself() {
        cutShort(Bytes.utf8("another!!!".repeat(100)));
        Said said = desk.run("logs", "last", "lab-01");
        assertThat(said.exit()).isEqualTo(5);
        assertThat(said.err()).contains("not what it reported");
    }

    @Test
    void logsOfAHostThatHasNotFinishedAreFour() {
        desk.run("push", desk.tasks("uptime"), "--wait", "0s");
        assertThat(desk.run("logs", "last", "lab-01").exit()).isEqualTo(4);
    }

    /** Runs a job whose output does not fit, and answers a fetch with these bytes in two pieces. */
    private void cutShort(Bytes sent) {
        byte[] bytes = sent.toArray();
        Bytes first = Bytes.of(java.util.Arrays.copyOf(bytes, 600));
        Bytes rest = Bytes.of(java.util.Arrays.copyOfRange(bytes, 600, bytes.length));
        Output excerpt = new Output(Bytes.utf8("01234"), Bytes.utf8("56789"), 1000, 1000, LONG.sha256());
        List<Taken<Job>> job = new java.util.concurrent.CopyOnWriteArrayList<>();
        host.doing(taken -> {
            if (taken.order() instanceof Job asked) {
                job.add(HostSide.job(taken));
                host.answer(
                        job.get(0),
                        1,
                        List.of(
                                new Event.Accepted(Instant.now()),
                                HostSide.ran(asked, 0, 0, excerpt),
                                new Event.Finished(Instant.now(), JobEnd.DONE)));
            } else if (taken.order() instanceof Fetch) {
                host.answer(job.get(0), 2, List.of(new Event.Chunk(0, 0, OutputStreamName.OUT, 0, first, false)));
                host.answer(job.get(0), 3, List.of(new Event.Chunk(0, 0, OutputStreamName.OUT, 600, rest, true)));
            }
        });
        assertThat(desk.run("push", desk.tasks("cat big")).exit()).isZero();
    }

    private static String jobOf(Said said) {
        return said.err().replaceFirst("(?s).*Posted ([a-z2-7]+) to.*", "$1");
    }
}
