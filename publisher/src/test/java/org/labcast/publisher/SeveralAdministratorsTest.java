package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.transport.pgp.SecretKey;

class SeveralAdministratorsTest {
    @TempDir
    Path folder;

    private Desk ann;

    @AfterEach
    void stop() throws Exception {
        ann.close();
    }

    @Test
    void theSecondLearnsTheHostsAndIsAnsweredHimself() throws IOException {
        ann = Desk.withBroker(folder);
        HostSide host = ann.joined("lab-01");
        ann.run("hosts");
        Desk bob = new Desk(Files.createDirectory(folder.resolve("bob")));
        bob.run("init", "--name", "bob");
        Said added = ann.run(
                "administrators", "add", "bob", bob.home.certificateFile().toString());
        assertThat(added.exit()).as(added.err()).isZero();
        String login = ann.home.invitations().resolve("login-bob.json").toString();
        assertThat(bob.run("administrators", "login", login).exit()).isZero();
        assertThat(bob.run("administrators").out().lines()).hasSize(2);
        assertThat(TaskFile.read(ann.home.invitations().resolve("trust-bob.txt"))
                        .tasks())
                .hasSize(1);

        assertThat(bob.run("push", bob.tasks("uptime"), "--wait", "0s").exit()).isEqualTo(4);
        // this host trusts whoever was in its invitation: ann alone
        assertThatThrownBy(host::jobs).hasMessageContaining("no trusted certificate holds");

        HostSide trusting = ann.joined("lab-02").succeeding();
        ann.run("hosts");
        assertThat(bob.run("push", bob.tasks("uptime"), "--host", "lab-02").exit())
                .isZero();
        assertThat(trusting.invitation.administrators()).hasSize(2);

        ann.run("hosts", "--remove", "lab-02");
        assertThat(bob.run("push", bob.tasks("uptime"), "--host", "lab-02").exit())
                .isEqualTo(3);
        assertThat(ann.run(
                                "administrators",
                                "add",
                                "ann",
                                ann.home.certificateFile().toString())
                        .exit())
                .isEqualTo(1);
    }

    /** Hosts would take the certificate and then refuse all that it signs. */
    @Test
    void aCertificateThatHostsWouldRefuseIsNotTakenIn() throws IOException {
        ann = Desk.withBroker(folder);
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        Path certificate = Files.writeString(
                folder.resolve("bob.asc"),
                SecretKey.generate("Bob", tomorrow).certificate().armored());

        Said refused = ann.run("administrators", "add", "bob", certificate.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("bob.asc: hosts would refuse what it signs", "check the clock", "nothing was changed");
        assertThat(ann.run("administrators").out().lines()).hasSize(1);
    }

    @Test
    void anUnusableKeyIsNotMadeAPublishersOwn() throws IOException {
        ann = new Desk(folder);
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        Path key = Files.writeString(
                folder.resolve("key.asc"), SecretKey.generate("Ann", tomorrow).armored());

        Said refused = ann.run("init", "--key", key.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("cannot sign", "made later");
        assertThat(ann.home.exists()).isFalse();
    }

    @Test
    void aLoginForSomebodyElseIsRefused() throws IOException {
        ann = Desk.withBroker(folder);
        Desk bob = new Desk(Files.createDirectory(folder.resolve("bob")));
        bob.run("init", "--name", "bob");
        ann.run("administrators", "add", "eve", bob.home.certificateFile().toString());
        Said said = bob.run(
                "administrators",
                "login",
                ann.home.invitations().resolve("login-eve.json").toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("is for the publisher eve");
    }
}
