package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Network, broker, power, disk or publisher fail: nothing is lost, nothing runs twice, and the report says the truth. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class OutageIT {
    /** The last block of a file on a full disk may still have room for a small job. */
    private static final String MORE_THAN_A_BLOCK = ": " + "x".repeat(10_000);

    private final RunningLab lab;
    private final Administrator administrator;

    OutageIT(RunningLab lab) {
        this.lab = lab;
        this.administrator = lab.administrator();
    }

    @Test
    void aHostThatWasCutOffRunsTheJobOnceWhenItIsBack() {
        Machine cutOff = lab.host("lab-03").machine();
        cutOff.cutNetwork();
        String job;
        try {
            job = administrator.post("cut", Tasks.file(Tasks.waitFor("cut.go"), Tasks.write("ran", "cut")));
            // Not before the publisher has gone: it would take the first answers with it.
            lab.hosts().forEach(host -> host.release("cut.go"));
            awaitFinished(job, 2);
            Report before = administrator.report(job);
            assertThat(before.exit()).isEqualTo(4);
            assertThat(before.state("lab-02")).isEqualTo("DONE");
            assertThat(before.state("lab-03")).isEqualTo("WAITING");
        } finally {
            cutOff.restoreNetwork();
        }
        assertThat(administrator.watch(job).exit()).isZero();
        assertThat(administrator.report(job).exit()).isZero();
        assertThat(lab.hosts())
                .allSatisfy(host -> assertThat(host.effect("cut")).isEqualTo("ran\n"));
    }

    @Test
    void aBrokerThatIsKilledMidJobLosesNothing() {
        lab.host("lab-03").agent().terminate();
        String job = administrator.post(
                "broker",
                Tasks.file(Tasks.write("begun", "broker"), Tasks.waitFor("broker.go"), Tasks.write("ended", "broker")));
        lab.host("lab-01").awaitEffect("broker", "begun\n");
        lab.host("lab-02").awaitEffect("broker", "begun\n");
        lab.broker().kill9();
        lab.hosts().forEach(host -> host.release("broker.go"));
        lab.host("lab-01").awaitEffect("broker", "begun\nended\n");
        ProgramResult meanwhile = administrator.push("meanwhile", Tasks.file(Tasks.write("ran", "meanwhile")));
        assertThat(meanwhile.exit()).as(meanwhile.toString()).isEqualTo(1);
        // A port that still accepts without a broker behind it is told of while waiting, too.
        assertThat(meanwhile.err().lines())
                .hasSizeBetween(1, 2)
                .allSatisfy(line -> assertThat(line).startsWith("publisher: ").contains(administrator.brokerUrl()));

        lab.broker().start();
        lab.host("lab-03").start();
        Report report = administrator.watch(job);
        assertThat(report.exit()).as("%s", report).isZero();
        assertThat(lab.hosts()).allSatisfy(host -> {
            assertThat(host.effect("broker")).isEqualTo("begun\nended\n");
            assertThat(host.effect("meanwhile")).isEmpty();
            assertThat(report.tasks(host.name())).containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
        });
    }

    @Test
    void aPowerCutInterruptsOneJobAndKeepsTheNext() {
        AgentHost host = lab.host("lab-02");
        String running = administrator.post(
                "power",
                Tasks.file(Tasks.write("begun", "power"), "#@ timeout=10m", "sleep 500", Tasks.write("on", "power")),
                "--host",
                "lab-02");
        host.awaitEffect("power", "begun\n");
        String waiting = administrator.post("waits", Tasks.file(Tasks.write("ran", "waits")), "--host", "lab-02");
        host.awaitAccepted(waiting);
        host.machine().cutPower();
        String whileOff = administrator.post("off", Tasks.file(Tasks.write("ran", "off")), "--host", "lab-02");
        host.machine().powerOn();
        host.start();
        assertThat(administrator.watch(running)).satisfies(report -> {
            assertThat(report.exit()).isEqualTo(2);
            assertThat(report.tasks("lab-02")).containsExactly("SUCCEEDED", "INTERRUPTED", "SUCCEEDED");
        });
        assertThat(administrator.watch(waiting).exit()).isZero();
        assertThat(administrator.watch(whileOff).exit()).isZero();
        assertThat(host.effect("power")).isEqualTo("begun\non\n");
        assertThat(host.effect("waits")).isEqualTo("ran\n");
        assertThat(host.effect("off")).isEqualTo("ran\n");
    }

    @Test
    void aPublisherThatWasOffCollectsLater() {
        String job = administrator.post("later", Tasks.file(Tasks.waitFor("later.go"), Tasks.write("ran", "later")));
        lab.hosts().forEach(host -> host.release("later.go"));
        awaitFinished(job, 3);
        Report report = administrator.report(job);
        assertThat(report.exit()).as("%s", report).isZero();
        assertThat(lab.hosts())
                .allSatisfy(host -> assertThat(report.state(host.name())).isEqualTo("DONE"));
    }

    @Test
    void aCancellationReachesTheJobThatRunsAndTheOneThatWaits() {
        AgentHost host = lab.host("lab-01");
        String running = administrator.post(
                "cancel",
                Tasks.file(Tasks.write("begun", "cancel"), "sleep 500", Tasks.write("ended", "cancel")),
                "--host",
                "lab-01");
        String waiting = administrator.post("unrun", Tasks.file(Tasks.write("ran", "unrun")), "--host", "lab-01");
        host.awaitEffect("cancel", "begun\n");
        assertThat(administrator.must("cancel", waiting)).contains("lab-01: cancelled before it ran");
        assertThat(administrator.must("cancel", running)).contains("lab-01: cancelled while it ran");
        assertThat(administrator.watch(running)).satisfies(report -> {
            assertThat(report.exit()).isEqualTo(2);
            assertThat(report.state("lab-01")).isEqualTo("CANCELLED");
            assertThat(report.tasks("lab-01")).startsWith("SUCCEEDED", "CANCELLED");
        });
        assertThat(administrator.watch(waiting).state("lab-01")).isEqualTo("CANCELLED");
        assertThat(host.machine().run("pgrep", "-f", "sleep 500").exit()).isNotZero();
        assertThat(host.effect("cancel")).isEqualTo("begun\n");
        assertThat(host.effect("unrun")).isEmpty();
    }

    @Test
    void aSecondAgentOnAHostIsRefused() {
        ProgramResult second = lab.host("lab-02").machine().run("lab-agent", "run");
        assertThat(second.exit()).as(second.toString()).isEqualTo(1);
        assertThat(second.err())
                .hasLineCount(1)
                .startsWith(
                        "lab-agent: Another lab-agent is running on this host with the state folder /var/lib/labcast");
        assertThat(lab.host("lab-02").running()).isTrue();
    }

    @Test
    void aJobWaitsUntilTheDiskHasRoom() {
        AgentHost host = lab.host("lab-03");
        host.agent().terminate();
        host.start(Machine.TINY_DISK + "/state");
        try {
            host.machine().run("dd", "if=/dev/zero", "of=" + Machine.TINY_DISK + "/full", "bs=1k");
            String job = administrator.post(
                    "disk", Tasks.file(MORE_THAN_A_BLOCK, Tasks.write("ran", "disk")), "--host", "lab-03");
            await("trouble told")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> administrator.must("hosts").contains("No space left on device"));
            assertThat(administrator.report(job).exit()).isEqualTo(4);
            assertThat(host.effect("disk")).isEmpty();
            host.machine().ask("rm", Machine.TINY_DISK + "/full");
            assertThat(administrator.watch(job).exit()).isZero();
            assertThat(host.effect("disk")).isEqualTo("ran\n");
        } finally {
            host.restart();
        }
    }

    /** Waits until the last words of so many hosts are on the broker; no publisher takes them meanwhile. */
    private void awaitFinished(String job, int hosts) {
        try (Wire wire = new Wire(administrator)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> wire.finished(job) == hosts);
        }
    }

    @Test
    void aWrongPasswordPostsNothing() throws Exception {
        Administrator forgetful = administrator.copy(lab.folder("forgetful"));
        Files.writeString(forgetful.home().resolve("password"), "wrong\n");
        ProgramResult result = forgetful.push("password", Tasks.file(Tasks.write("ran", "password")));
        assertThat(result.exit()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).startsWith("publisher: ").contains("password is wrong");
        assertThat(result.out()).isEmpty();
    }
}
