package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.Header;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.Job;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.Target;
import org.labcast.model.Task;
import org.labcast.model.TaskOptions;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;

/** Someone who rules the broker and has no key puts messages on it by hand: nothing runs, and the administrator hears of it. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class IntruderIT {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final HostName LAB_02 = new HostName("lab-02");

    private final SecretKey stranger = SecretKey.generate("stranger", Clock.systemUTC());
    private final RunningLab lab;
    private final Administrator administrator;

    IntruderIT(RunningLab lab) {
        this.lab = lab;
        this.administrator = lab.administrator();
    }

    @Test
    void aJobSignedByAStranger() {
        Bytes forged = forge("stranger", stranger.fingerprint());
        assertRefused("stranger", "UNTRUSTED_SIGNER", new SignedMessage(forged, stranger.sign(forged)));
    }

    @Test
    void aJobSignedByAStrangerInTheAdministratorsName() throws Exception {
        byte[] certificate = Files.readAllBytes(administrator.home().resolve("certificate.asc"));
        Bytes forged = forge("name", Certificate.readAll(certificate).get(0).fingerprint());
        assertRefused("name", "UNTRUSTED_SIGNER", new SignedMessage(forged, stranger.sign(forged)));
    }

    @Test
    void aJobWhoseBytesWereChanged() {
        SignedMessage genuine = capture("genuine");
        Bytes changed = Bytes.utf8(genuine.payload().text().replace("/tmp/genuine", "/tmp/changed"));
        assertRefused("changed", "BAD_SIGNATURE", new SignedMessage(changed, genuine.signature()));
    }

    @Test
    void somethingThatIsNoOrderAtAll() {
        assertRefused("rubbish", "BAD_SIGNATURE", new SignedMessage(Bytes.utf8("{}"), Bytes.utf8("rubbish")));
    }

    @Test
    void aJobThatRanBeforeIsPutThereAgain() {
        SignedMessage genuine = capture("replayed");
        Report first = administrator.watch("last");
        assertThat(first.exit()).isZero();
        put(LAB_01, genuine);
        put(LAB_01, genuine);
        await().atMost(Duration.ofSeconds(30)).until(() -> lab.host("lab-01")
                .agent()
                .output()
                .contains("refused order " + first.job()));
        Report after = administrator.report(first.job());
        assertThat(lab.host("lab-01").effect("replayed")).isEqualTo("ran\n");
        assertThat(after.tasks("lab-01")).containsExactly("SUCCEEDED");
        assertThat(after.state("lab-01")).isEqualTo("DONE");
    }

    @Test
    void aJobForOneHostIsPutIntoTheQueueOfAnother() {
        SignedMessage genuine = capture("redirected");
        String job = Codec.readOrder(genuine.payload()).header().id().value();
        put(LAB_02, genuine);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> administrator.must("report", job, "--json").contains("\"host\" : \"lab-02\""));
        Report report = administrator.watch(job);
        assertThat(report.state("lab-01")).isEqualTo("DONE");
        assertThat(report.state("lab-02")).isEqualTo("REFUSED");
        assertThat(administrator.run("report", job).out()).contains("lab-02: ").containsIgnoringCase("not a target");
        assertThat(lab.host("lab-02").effect("redirected")).isEmpty();
        assertThat(lab.host("lab-01").effect("redirected")).isEqualTo("ran\n");
    }

    /** Puts it into the queue of lab-01 and waits until the host has refused it and the publisher knows. */
    private void assertRefused(String effect, String reason, SignedMessage message) {
        administrator.push("looks on", Tasks.file("true"), "--host", "lab-01");
        put(LAB_01, message);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !administrator.report("last").alerts("lab-01").isEmpty());
        assertThat(administrator.report("last").alerts("lab-01")).containsExactly(reason);
        assertThat(administrator.run("report", "last").out()).contains("Alerts: hosts refused messages");
        assertThat(lab.host("lab-01").effect(effect)).isEmpty();
    }

    private static Bytes forge(String effect, Fingerprint signer) {
        Instant now = Instant.now();
        Header header = new Header(
                new Realm("e2e"),
                OrderId.random(),
                signer,
                1,
                1_000_000,
                now,
                now,
                now.plusSeconds(3600),
                Target.hosts(HostSet.of(List.of(LAB_01))),
                Administrator.NAME);
        List<Task> tasks = List.of(new Task(Tasks.write("ran", effect), 1, TaskOptions.DEFAULT));
        return Codec.write(new Job(header, "forged", tasks, ""));
    }

    /** The message of a real job for lab-01, taken while the host is off; the host then runs it. */
    private SignedMessage capture(String name) {
        AgentHost host = lab.host("lab-01");
        host.agent().terminate();
        try (Wire wire = new Wire(administrator)) {
            administrator.post(name, Tasks.file(Tasks.write("ran", name)), "--host", "lab-01");
            List<SignedMessage> waiting = wire.waitingFor(LAB_01);
            assertThat(waiting).hasSize(1);
            return waiting.get(0);
        } finally {
            host.start();
        }
    }

    private void put(HostName host, SignedMessage message) {
        try (Wire wire = new Wire(administrator)) {
            wire.put(host, message);
        }
    }
}
