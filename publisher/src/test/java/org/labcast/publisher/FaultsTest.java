package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.EmbeddedBroker;
import org.labcast.publisher.Desk.Said;

/** Bad input and broken surroundings: one sentence, the right number, nothing half done. */
class FaultsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @AfterEach
    void stop() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    /** As a name or a condition that no host has ends push. */
    @Test
    void checkTellsOfATargetThatNoKnownHostMeets() throws IOException {
        desk = Desk.withBroker(folder);
        desk.joined("lab-01", "physics");
        desk.run("hosts");
        String tasks = desk.tasks("uptime");

        assertThat(desk.run("check", tasks).exit()).isZero();
        assertThat(desk.run("check", tasks, "--host", "lab-01").out()).contains("Target: lab-01: lab-01");
        Said nobody = desk.run("check", tasks, "--host", "nope");
        assertThat(nobody.exit()).isEqualTo(3);
        assertThat(nobody.err()).contains("not known here: nope");
        assertThat(desk.run("check", tasks, "--group", "nope").exit()).isEqualTo(3);
        assertThat(desk.run("check", tasks, "--where", "os = 'plan9'").exit()).isEqualTo(3);
        assertThat(desk.run("check", tasks, "--where", "(".repeat(50_000) + "a").exit())
                .isEqualTo(64);
    }

    /** Its port is open as long as its machine is on, though nobody takes what comes. */
    @Test
    void aBrokerThatHangsIsToldWithinFiveSeconds() throws Exception {
        try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            desk = new Desk(folder);
            desk.run("init", "--name", "ann", "--broker", "tcp://127.0.0.1:" + hung.getLocalPort());
            CompletableFuture.runAsync(
                    () -> {
                        try {
                            hung.accept().close();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    CompletableFuture.delayedExecutor(5, java.util.concurrent.TimeUnit.SECONDS));

            Said said = desk.run("push", desk.tasks("uptime"));

            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("has not answered for 4 s; is it stopped?");
        }
    }

    @Test
    void theStackIsShownToThoseWhoAskForIt() {
        desk = new Desk(folder);
        Said said = desk.run("push", "--stacktrace", desk.tasks("uptime"));
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("publisher: ")
                .contains("run 'publisher init' first")
                .contains("\tat org.labcast.publisher.");
    }

    @Test
    void withoutInit() {
        desk = new Desk(folder);
        assertOneSentence(desk.run("push", desk.tasks("uptime")), 1, "run 'publisher init' first");
    }

    @Test
    void initTwiceOrOverAKeyChangesNothing() throws IOException {
        desk = new Desk(folder);
        assertThat(desk.run("init").exit()).isZero();
        assertOneSentence(desk.run("init"), 1, "nothing was changed");
        Files.delete(desk.home.configFile());
        assertOneSentence(desk.run("init"), 1, "has a key but no publisher.conf");
    }

    @Test
    void initWithSettingsThatCannotWork() {
        desk = new Desk(folder);
        assertOneSentence(desk.run("init", "--listen", "everywhere"), 1, "HOST:PORT");
        assertOneSentence(
                desk.run("init", "--listen", "0.0.0.0:61617", "--broker", "tcp://server:61617"), 1, "needs TLS");
        assertOneSentence(desk.run("init", "--broker", "http://server"), 1, "must be tcp://HOST:PORT");
        assertOneSentence(desk.run("init", "--realm", "Not A Realm"), 64, "--realm");
        assertThat(desk.home.exists()).isFalse();
    }

    @Test
    void noBroker() {
        desk = new Desk(folder);
        desk.run("init", "--listen", "127.0.0.1:" + Desk.freePort());
        assertOneSentence(desk.run("push", desk.tasks("uptime")), 1, "No broker answers");
        Said hosts = desk.run("hosts");
        assertThat(hosts.exit()).isZero();
        assertThat(hosts.err()).contains("Showing what is known so far");
    }

    @Test
    void aReportNeedsNoBroker() throws Exception {
        desk = new Desk(folder);
        desk.run("init", "--name", "ann", "--listen", "127.0.0.1:" + Desk.freePort());
        EmbeddedBroker broker = desk.startBroker();
        HostSide host = desk.joined("lab-01").succeeding();
        assertThat(desk.run("push", desk.tasks("uptime")).exit()).isZero();
        host.close();
        broker.close();
        assertThat(desk.run("report").exit()).isZero();
    }

    @Test
    void wrongAndMissingPassword() throws IOException {
        desk = Desk.withBroker(folder);
        Path password = desk.home.folder().resolve("password");
        Files.writeString(password, "wrong\n");
        assertOneSentence(desk.run("push", desk.tasks("uptime")), 1, "password is wrong");
        Files.writeString(password, "\n");
        assertOneSentence(desk.run("push", desk.tasks("uptime")), 1, "is empty");
        Files.delete(password);
        assertOneSentence(desk.run("push", desk.tasks("uptime")), 1, "there is no such file");
    }

    @Test
    void noGpgKey() throws IOException {
        desk = Desk.withBroker(folder);
        desk.joined("lab-01");
        Files.writeString(
                desk.home.configFile(), "gpg.key = 0123456789ABCDEF\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(desk.run("push", desk.tasks("uptime")).exit()).isEqualTo(1);
        // the enrolment could not be vouched for, and waits
        Files.writeString(
                desk.home.configFile(), Files.readString(desk.home.configFile()).replaceFirst("gpg.key.*", ""));
        assertThat(desk.run("hosts", "--json").out()).contains("lab-01");
        assertThat(desk.run("push", desk.tasks("uptime"), "--wait", "0s").exit())
                .isEqualTo(4);
    }

    @Test
    void theBrokerGoesAwayWhilePushWaits() throws Exception {
        desk = new Desk(folder);
        desk.run("init", "--name", "ann", "--listen", "127.0.0.1:" + Desk.freePort());
        EmbeddedBroker broker = desk.startBroker();
        HostSide host = desk.joined("lab-01");
        CompletableFuture<Said> push = CompletableFuture.supplyAsync(() -> desk.run("push", desk.tasks("uptime")));
        await().until(() -> !host.jobs().isEmpty());
        broker.close();
        Said said = push.join();
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("goes on without us");
    }

    @Test
    void anEmptyFile() {
        desk = Desk.withBroker(folder);
        assertThat(desk.run("push", desk.tasks("# nothing")).exit()).isEqualTo(1);
        assertThat(desk.run("push", folder + "/absent.txt").exit()).isEqualTo(1);
    }

    private static void assertOneSentence(Said said, int exit, String what) {
        assertThat(said.exit()).as(said.err()).isEqualTo(exit);
        assertThat(said.err()).contains(what).startsWith("publisher: ").doesNotContain("\tat ");
    }
}
