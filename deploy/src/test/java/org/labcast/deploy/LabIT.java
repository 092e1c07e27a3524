package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lab that the other end-to-end tests stand on does what they believe it does. */
@NeedsLab
class LabIT {
    private static final int GREETING_PORT = 61616;
    private static Lab lab;

    @BeforeAll
    static void powerOn() {
        lab = Lab.of(3, GREETING_PORT);
    }

    @AfterAll
    static void takeAway() {
        lab.close();
    }

    @Test
    void hostsRunCommandsUnderTheirOwnNames() {
        assertThat(lab.hosts()).extracting(host -> host.ask("hostname")).containsExactly("lab-01", "lab-02", "lab-03");
        assertThat(lab.host("lab-01").run("sh", "-c", "echo out; echo err >&2; exit 3"))
                .isEqualTo(new ProgramResult(3, "out\n", "err\n"));
        assertThat(lab.host("lab-01").ask("sudo", "-u", "lab", "sudo", "id", "-un"))
                .isEqualTo("root");
    }

    @Test
    void everyMachineHasBothPrograms() {
        assertThat(lab.broker().ask("publisher", "--version")).startsWith("publisher");
        assertThat(lab.host("lab-02").ask("lab-agent", "--version")).startsWith("lab-agent");
    }

    @Test
    void aHostWithoutNetworkDoesNotReachTheBrokerUntilItIsBack() {
        Machine host = lab.host("lab-03");
        assertThat(resolves(host, "broker")).isTrue();
        host.cutNetwork();
        assertThat(resolves(host, "broker")).isFalse();
        host.restoreNetwork();
        await().until(() -> resolves(host, "broker"));
        await().until(() -> resolves(lab.host("lab-02"), "lab-03"));
    }

    @Test
    void aProgramIsKilledAlone() {
        Machine host = lab.host("lab-01");
        Program program = host.start("ticker", "sh", "-c", "echo begun; exec sleep 1000");
        program.awaitOutput("begun", Duration.ofSeconds(10));
        assertThat(program.running()).isTrue();
        program.kill9();
        assertThat(host.ask("hostname")).isEqualTo("lab-01");
    }

    @Test
    void afterAPowerCutTheDiskAndThePortAreTheSameAndNothingRuns() {
        Machine broker = lab.broker();
        greet(broker);
        await().until(LabIT::greeted);
        broker.ask("sh", "-c", "echo kept >kept");
        broker.cutPower();
        assertThat(greeted()).isFalse();
        broker.powerOn();
        assertThat(broker.ask("cat", "kept")).isEqualTo("kept");
        assertThat(broker.run("pgrep", "perl").exit()).isNotZero();
        greet(broker);
        await().until(LabIT::greeted);
    }

    /** A server that greets whoever connects, written in what the smallest Debian has. */
    private static void greet(Machine machine) {
        machine.start("greeter", "perl", "-MIO::Socket::INET", "-e", """
                my $server = IO::Socket::INET->new(LocalPort => %d, Listen => 5, ReuseAddr => 1) or die $@;
                while (my $client = $server->accept) { print $client "hello"; close $client }
                """.formatted(GREETING_PORT));
    }

    /** Docker itself takes connections to a published port, so only the greeting shows that someone is there. */
    private static boolean greeted() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lab.brokerPort())) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).equals("hello");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean resolves(Machine from, String name) {
        return from.run("env", "RES_OPTIONS=timeout:1 attempts:1", "getent", "hosts", name)
                        .exit()
                == 0;
    }
}
