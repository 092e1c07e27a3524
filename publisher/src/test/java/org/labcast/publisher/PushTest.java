package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.order.Job;
import org.labcast.model.result.Event;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.HostSide.Taken;

class PushTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void everyHostSucceedsAndStandardOutputIsTheReportAlone() {
        desk.joined("lab-01").succeeding();
        desk.joined("lab-02").succeeding();
        Said said = desk.run("push", desk.tasks("uptime"), "--json");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("{").endsWith("}\n").contains("\"succeeded\" : 2");
        assertThat(said.err()).startsWith("Posted ").contains(" to lab-[01-02].");
    }

    @Test
    void aHostThatFailsIsTwo() {
        desk.joined("lab-01").doing(taken -> {});
        HostSide failing = desk.joined("lab-02");
        failing.doing(taken -> failing.answer(HostSide.job(taken), 1, HostSide.done((Job) taken.order(), 3)));
        Said said = desk.run("push", desk.tasks("uptime"), "--host", "lab-02");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).contains("exit 3");
    }

    @Test
    void aHostThatIsOffIsFourAndItsAnswerIsCollectedLater() {
        HostSide host = desk.joined("lab-01");
        Said pushed = desk.run("push", desk.tasks("uptime"), "--wait", "0s");
        assertThat(pushed.exit()).isEqualTo(4);
        assertThat(pushed.out()).contains("lab-01");
        host.succeeding();
        assertThat(desk.run("watch").exit()).isZero();
        assertThat(desk.run("report").exit()).isZero();
    }

    @Test
    void aHostThatWasInvitedAndHasNotJoinedIsExpected() {
        HostSide host = desk.invited("lab-01", "physics");
        assertThat(desk.run("push", desk.tasks("uptime"), "--group", "physics", "--wait", "0s")
                        .exit())
                .isEqualTo(4);
        host.enrol();
        host.succeeding();
        assertThat(desk.run("watch").exit()).isZero();
    }

    @Test
    void eachTargetUsesItsOwnAddress() {
        HostSide one = desk.joined("lab-01", "physics");
        HostSide two = desk.joined("lab-02", "chemistry");
        one.appear(Map.of("os", "debian", "memory_mb", 8000L));
        two.appear(Map.of("os", "debian", "memory_mb", 2000L));
        String tasks = desk.tasks("uptime");
        for (List<String> target : List.of(
                List.<String>of(),
                List.of("--group", "physics"),
                List.of("--host", "lab-[01-01]"),
                List.of("--where", "os = 'debian' AND memory_mb > 4000"),
                List.of("--trusting"))) {
            String[] words = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of("push", tasks, "--wait", "0s"), target.stream())
                    .toArray(String[]::new);
            assertThat(desk.run(words).exit()).isEqualTo(4);
        }
        // a host's backlog comes address by address
        assertThat(addresses(one))
                .containsExactlyInAnyOrder(
                        "labcast.jobs.all",
                        "labcast.jobs.group.physics",
                        "labcast.jobs.host.lab-01",
                        "labcast.jobs.host.lab-01",
                        "labcast.jobs.host.lab-01");
        assertThat(addresses(two)).containsExactlyInAnyOrder("labcast.jobs.all", "labcast.jobs.host.lab-02");
    }

    private static List<String> addresses(HostSide host) {
        return host.jobs().stream().map(Taken::address).toList();
    }

    @Test
    void nobodyMeantIsThree() {
        desk.joined("lab-01");
        String tasks = desk.tasks("uptime");
        assertThat(desk.run("push", tasks, "--host", "lab-09"))
                .matches(said -> said.exit() == 3)
                .matches(said -> said.err().contains("not known here: lab-09"));
        assertThat(desk.run("push", tasks, "--group", "nobody").exit()).isEqualTo(3);
        assertThat(desk.run("push", tasks, "--where", "os = 'plan9'").exit()).isEqualTo(3);
        assertThat(desk.run("jobs").out()).doesNotContain("tasks.txt");
    }

    @Test
    void wrongUsageIsSixtyFour() {
        String tasks = desk.tasks("uptime");
        for (List<String> wrong : List.of(
                List.of("push", tasks, "--where", "os = = 'x'"),
                List.of("push", tasks, "--host", "lab-[01"),
                List.of("push", tasks, "--group", "Not A Group"),
                List.of("push", tasks, "--wait", "soon"),
                List.of("push"),
                List.of("pull"),
                List.of("report", "last", "--json", "--jsonl"))) {
            Said said = desk.run(wrong.toArray(String[]::new));
            assertThat(said.exit()).as(wrong + said.err()).isEqualTo(64);
            assertThat(said.err()).startsWith("publisher: ").doesNotContain("Exception");
        }
    }

    @Test
    void tenThousandCommandsInOneFile() {
        desk.joined("lab-01").succeeding();
        String[] lines =
                IntStream.rangeClosed(1, 10_000).mapToObj(i -> "echo " + i).toArray(String[]::new);
        Said said = desk.run("push", desk.tasks(lines), "--jsonl");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out().lines()).hasSize(10_000);
    }

    @Test
    void aRefusedReportFileIsToldBeforeAnythingIsPosted() {
        desk.joined("lab-01");
        Said said = desk.run("push", desk.tasks("uptime"), "--html", folder + "/nowhere/report.html");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("nowhere/report.html");
        assertThat(desk.run("jobs").out()).doesNotContain("tasks.txt");
    }

    @Test
    void aHostMayRefuse() {
        HostSide host = desk.joined("lab-01");
        host.doing(taken -> host.answer(
                HostSide.job(taken),
                1,
                List.of(new Event.Refused(
                        java.time.Instant.now(),
                        org.labcast.model.result.Refusal.NOT_YET_VALID,
                        "my clock says 1970"))));
        Said said = desk.run("push", desk.tasks("uptime"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).contains("my clock says 1970");
    }
}
