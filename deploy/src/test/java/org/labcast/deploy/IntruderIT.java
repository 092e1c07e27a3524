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
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
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
    void forgedAndAlteredJobs() throws Exception {
        SignedMessage genuine = capture("genuine");
        Bytes altered = Bytes.utf8(genuine.payload().text().replace("/tmp/genuine", "/tmp/altered"));
        Bytes strangers = forge(stranger.fingerprint());
        byte[] certificate = Files.readAllBytes(administrator.home().resolve("certificate.asc"));
        Bytes inOurName = forge(Certificate.readAll(certificate).get(0).fingerprint());
        put(
                LAB_01,
                new SignedMessage(strangers, stranger.sign(strangers)),
                new SignedMessage(inOurName, stranger.sign(inOurName)),
                new SignedMessage(altered, genuine.signature()),
                new SignedMessage(inOurName, genuine.signature()),
                new SignedMessage(Bytes.utf8("{}"), Bytes.utf8("rubbish")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> administrator.report("last").alerts("lab-01").size() >= 5);
        assertThat(administrator.report("last").alerts("lab-01"))
                .containsExactly(
                        "UNTRUSTED_SIGNER", "UNTRUSTED_SIGNER", "BAD_SIGNATURE", "BAD_SIGNATURE", "BAD_SIGNATURE");
        assertThat(administrator.run("report", "last").out()).contains("Alerts of hosts");
        AgentHost host = lab.host("lab-01");
        assertThat(host.effect("genuine")).isEqualTo("ran\n");
        assertThat(host.effect("altered") + host.effect("forged")).isEmpty();
    }

    @Test
    void aJobThatRanBeforeIsPutThereAgain() {
        SignedMessage genuine = capture("replayed");
        Report first = administrator.watch("last");
        assertThat(first.exit()).isZero();
        put(LAB_01, genuine, genuine);
        lab.host("lab-01")
                .agent()
                .awaitOutput(
                        first.job() + " came once more after its end and is not done again", Duration.ofSeconds(30));
        Report after = administrator.report(first.job());
        // The broker delivers again what it does not know to be taken; nobody has to do anything about either.
        assertThat(after.alerts("lab-01")).isEmpty();
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
                .until(() -> administrator.report(job).alerts("lab-02").contains("NOT_A_TARGET"));
        assertThat(administrator.run("report", job).exit()).isZero();
        assertThat(administrator.report(job).state("lab-01")).isEqualTo("DONE");
        assertThat(lab.host("lab-02").effect("redirected")).isEmpty();
        assertThat(lab.host("lab-01").effect("redirected")).isEqualTo("ran\n");
    }

    private static Bytes forge(Fingerprint signer) {
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
        List<Task> tasks = List.of(new Task(Tasks.write("ran", "forged"), 1, TaskOptions.DEFAULT));
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

    private void put(HostName host, SignedMessage... messages) {
        try (Wire wire = new Wire(administrator)) {
            wire.put(host, List.of(messages));
        }
    }
}
