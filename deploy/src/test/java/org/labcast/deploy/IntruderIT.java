package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.Header;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.Job;
import org.labcast.model.OrderId;
import org.labcast.model.Target;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.Signer;

/** Someone who rules the broker and has no key puts messages on it by hand: nothing runs, and the administrator hears of it. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class IntruderIT {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final HostName LAB_02 = new HostName("lab-02");

    private final RunningLab lab;
    private final Administrator administrator;

    IntruderIT(RunningLab lab) {
        this.lab = lab;
        this.administrator = lab.administrator();
    }

    @Test
    void aJobSignedByAStranger() {
        SecretKey stranger = SecretKey.generate("stranger", Clock.systemUTC());
        Job forged = withHeader(genuine("stranger"), header -> header(header, stranger.fingerprint(), header.target()));
        assertRefused("stranger", "UNTRUSTED_SIGNER", LAB_01, signed(forged, stranger));
    }

    @Test
    void aJobSignedByAStrangerInTheAdministratorsName() {
        SecretKey stranger = SecretKey.generate("stranger", Clock.systemUTC());
        Job forged = withHeader(genuine("name"), header -> header(header, header.signer(), header.target()));
        assertRefused("name", "UNTRUSTED_SIGNER", LAB_01, signed(forged, stranger));
    }

    @Test
    void aJobWhoseBytesWereChanged() {
        SignedMessage genuine = capture("changed");
        Bytes changed = Bytes.utf8(genuine.payload().text().replace("/tmp/changed", "/tmp/CHANGED"));
        assertRefused("CHANGED", "BAD_SIGNATURE", LAB_01, new SignedMessage(changed, genuine.signature()));
    }

    @Test
    void aJobThatRanBeforeIsPutThereAgain() {
        SignedMessage genuine = capture("replayed");
        Report first = administrator.watch("last");
        assertThat(first.exit()).isZero();
        try (Wire wire = new Wire(administrator)) {
            wire.put(LAB_01, genuine);
            wire.put(LAB_01, genuine);
        }
        drainedBy(LAB_01);
        Report after = administrator.report(first.job());
        assertThat(lab.host("lab-01").effect("replayed")).isEqualTo("ran\n");
        assertThat(after.tasks("lab-01")).isEqualTo(first.tasks("lab-01"));
        assertThat(after.state("lab-01")).isEqualTo("DONE");
        assertThat(lab.logs()).containsIgnoringCase("replay");
    }

    @Test
    void aJobForOneHostIsPutIntoTheQueueOfAnother() {
        SignedMessage genuine = capture("redirected");
        try (Wire wire = new Wire(administrator)) {
            wire.put(LAB_02, genuine);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> administrator
                .must("report", "last", "--json")
                .contains("\"host\" : \"lab-02\""));
        Report report = administrator.watch("last");
        assertThat(report.state("lab-01")).isEqualTo("DONE");
        assertThat(report.state("lab-02")).isEqualTo("REFUSED");
        assertThat(report.json().toString()).containsIgnoringCase("not a target");
        assertThat(lab.host("lab-02").effect("redirected")).isEmpty();
        assertThat(lab.host("lab-01").effect("redirected")).isEqualTo("ran\n");
    }

    @Test
    void somethingThatIsNoMessageAtAll() {
        SignedMessage genuine = capture("rubbish");
        assertRefused(
                "RUBBISH", "BAD_SIGNATURE", LAB_01, new SignedMessage(Bytes.utf8("{}"), Bytes.utf8("no signature")));
        assertThat(genuine.payload()).isNotNull();
    }

    /** Puts it on the broker and waits until the host has refused it and the publisher knows. */
    private void assertRefused(String effect, String reason, HostName host, SignedMessage message) {
        int before = alerts(host).size();
        try (Wire wire = new Wire(administrator)) {
            wire.put(host, message);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> alerts(host).size() > before);
        assertThat(alerts(host)).last().isEqualTo(reason);
        assertThat(administrator.run("report", "last").out()).contains("Alerts: hosts refused messages");
        assertThat(lab.host(host.value()).effect(effect)).isEmpty();
    }

    private List<String> alerts(HostName host) {
        return administrator.report("last").alerts(host.value());
    }

    private Job genuine(String name) {
        return (Job) Codec.readOrder(capture(name).payload());
    }

    /** The message of a real job for lab-01, which then runs it. */
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

    private void drainedBy(HostName host) {
        try (Wire wire = new Wire(administrator)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> wire.waitingFor(host).isEmpty());
        }
    }
}
