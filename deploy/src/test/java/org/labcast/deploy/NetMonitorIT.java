package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 2004 paper's example for real: an application generated from its description asks nmap and tcpdump on two hosts, with the
 * face that its author wrote, in a real browser; and goes on when one of the hosts is lost.
 */
@NeedsLab
@NeedsProgram(Chromium.PROGRAM)
@ExtendWith(InRunningLab.class)
class NetMonitorIT {
    private static final Path EXAMPLE = Path.of("../examples/netmonitor");
    /** A host that falls silent is noticed within a lease; then the stream begins anew elsewhere. */
    private static final Duration LEASE_AND_MORE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private Path application;
    private Administrator administrator;

    @BeforeEach
    void install(RunningLab lab) {
        administrator = lab.administrator();
        application = folder.resolve("netmonitor");
        assertThat(ThisMachine.run(Map.of(), "cp", "-r", EXAMPLE.toString(), application.toString())
                        .exit())
                .isZero();
        administrator.must("services", "install", file("services.acme"), "--host", "lab-[01-02]");
    }

    @AfterEach
    void remove() {
        administrator.run("services", "remove", file("services.acme"), "--host", "lab-[01-02]", "--wait", "1s");
    }

    private String file(String name) {
        return application.resolve(name).toString();
    }

    private void generate() {
        administrator.must(
                "services",
                "generate-client",
                file("netmonitor.acme"),
                "--with",
                file("services.acme"),
                "-o",
                application.toString());
    }

    private LocalProgram started() throws IOException {
        Map<String, String> environment = Map.of(
                "LABCAST_HOME",
                administrator.home().toString(),
                "LABCAST_PUBLISHER",
                Lab.LABCAST.here() + "/bin/publisher",
                "NETMONITOR_NETWORKS",
                "Broker=broker Neighbour=lab-03");
        return new LocalProgram(folder.resolve("log"), environment, file("run"));
    }

    private Chromium browser(LocalProgram program) throws IOException {
        URI address = URI.create(program.awaitOutput("Open (\\S+)"));
        Chromium browser = new Chromium(folder.resolve("chromium"));
        browser.open(address);
        return browser;
    }

    @Test
    void withoutAFaceOfItsOwnThereIsAForm() throws IOException {
        Path description = Path.of(file("netmonitor.acme"));
        Files.writeString(description, Files.readString(description).replaceAll(".*GUI-CodeFile.*", ""));
        Files.delete(Path.of(file("src/ClientGUICode.java")));
        generate();
        try (LocalProgram program = started();
                Chromium browser = browser(program)) {
            browser.fill("network", "broker");
            browser.fill("ports", "61616");
            browser.press("getOpenPorts");
            browser.awaitText("61616/tcp open");
        }
    }

    @Test
    void portsByCallAndPacketsByStreamAlsoWhenAHostIsLost(RunningLab lab) throws IOException {
        generate();
        try (LocalProgram program = started();
                Chromium browser = browser(program)) {
            browser.fill("ports", "61616");
            browser.press("Broker");
            browser.awaitText("61616/tcp open");
            browser.press("Neighbour");
            browser.awaitText("Open ports of Neighbour");

            browser.fill("filter", "tcp port 61616");
            browser.press("Start sniff");
            browser.awaitText(".61616 >");
            String host = browser.text()
                    .lines()
                    .filter(line -> line.startsWith("Sniffing on "))
                    .map(line -> line.substring("Sniffing on ".length()))
                    .findFirst()
                    .orElseThrow();

            lab.host(host).agent().kill9();
            browser.press("Clear ResultsWindow");
            browser.press("Broker");
            browser.awaitText("61616/tcp open", LEASE_AND_MORE);
            browser.awaitText("running");
            browser.press("Clear ResultsWindow");
            browser.awaitText(".61616 >", LEASE_AND_MORE);
            browser.press("Stop sniff");
            browser.awaitText("stopped");
        }
    }
}
