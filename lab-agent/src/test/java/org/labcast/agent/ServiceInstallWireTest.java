package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.TestBroker;
import org.labcast.model.order.Callers;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;

/** What jobs install is offered: at once, after a restart, and until it is removed or its installer no longer trusted. */
class ServiceInstallWireTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private ServiceLab lab;

    @BeforeEach
    void start() {
        lab = new ServiceLab(broker, folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private List<ServiceEntry> offered() {
        return lab.lab.services("").stream().filter(entry -> !entry.leaving()).toList();
    }

    private ServiceEntry entry() {
        await().atMost(TestLab.PATIENCE).until(() -> offered().size() == 1);
        return offered().get(0);
    }

    private void awaitNone() {
        await().atMost(TestLab.PATIENCE).until(() -> offered().isEmpty());
    }

    private static String said(Attempt attempt) {
        return attempt.out().head().text() + attempt.err().head().text();
    }

    @Test
    void anEntryIsLabelledAndRenewedAndLeavesWithTheTool() throws IOException {
        lab.offer(
                "disk", "true", "callee", "String folder", "Version = \"1.2\"", "Attributes = \"os=debian, room=12\"");
        ServiceEntry entry = entry();
        assertThat(entry.port()).isEqualTo(ServiceLab.port("disk"));
        assertThat(entry.signature()).isEqualTo("String folder");
        assertThat(entry.attributes()).containsEntry("room", "12");
        assertThat(entry.free()).isEqualTo(4);
        assertThat(entry.installedBy()).isEqualTo(lab.lab.administrator.fingerprint());
        assertThat(lab.lab.services(
                        "labcast_interface = 'Idisk' AND labcast_port = 'run' AND labcast_component = 'disk'"
                                + " AND labcast_version = '1.2' AND labcast_a_os = 'debian' AND labcast_host = '"
                                + lab.lab.host
                                + "'"))
                .hasSize(1);

        Instant at = entry.at();
        await().until(() -> entry().at().isAfter(at));

        Files.delete(lab.tools.resolve("disk"));
        awaitNone();
        lab.script("disk", "true");
        entry();
    }

    @Test
    void aDescriptionThatCannotBeOfferedIsRefusedInSentences() {
        lab.script("good", "true");
        Attempt missing = lab.install(lab.description("absent", "callee", ""), Callers.ADMINISTRATORS);
        assertThat(missing.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(said(missing))
                .isEqualTo(lab.tools.resolve("absent")
                        + " is not on this host, or may not be executed; install it and push again.\n");

        Attempt broken = lab.install("Component x = {", Callers.ADMINISTRATORS);
        assertThat(said(broken)).startsWith("tools.acme:1:").contains("error:");
        Attempt wrong =
                lab.install(lab.description("good", "callee", "").replace("callee", "collie"), Callers.ADMINISTRATORS);
        assertThat(said(wrong)).contains("error:", "collie");
        Attempt empty = lab.install("System s = { };", Callers.ADMINISTRATORS);
        assertThat(said(empty)).contains("describes no port");
        Attempt twice = lab.install(
                lab.description("good", "callee", "")
                        + lab.description("good", "callee", "").replace("Component good", "Component better"),
                Callers.ADMINISTRATORS);
        assertThat(said(twice)).contains("more than one component");
        assertThat(offered()).isEmpty();
    }

    @Test
    void itIsOfferedAgainAfterARestartAndADamagedFileIsPassedOver() throws IOException {
        PortName port = lab.offer("again", "true", "callee", "");
        lab.offer("damaged", "true", "callee", "");
        lab.lab.stopAgent();
        awaitNone();
        Files.writeString(lab.lab.paths.services().resolve("damaged.json"), "{");

        lab.lab.startAgent();

        assertThat(entry().port()).isEqualTo(port);
        assertThat(lab.call(port, Map.of()).drain().ending()).isEqualTo(new Ending.Exited(0));
        try (Stream<Path> files = Files.list(lab.lab.paths.services())) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    @Test
    void whatIsRemovedIsGoneForGood() {
        lab.offer("gone", "true", "callee", "");
        lab.offer("stays", "true", "callee", "");

        Attempt removed = lab.change(new ServiceChange.Remove("gone"));
        assertThat(said(removed)).isEqualTo("no longer offers gone.run as Igone.run\n");
        assertThat(entry().component()).isEqualTo("stays");
        Attempt again = lab.change(new ServiceChange.Remove("gone"));
        assertThat(again.ending()).isEqualTo(new Ending.Exited(1));
        assertThat(said(again)).isEqualTo("There is no component gone here; there are: stays.\n");
        assertThat(said(lab.change(new ServiceChange.Remove("../../lock")))).contains("There is no component");
        lab.lab.stopAgent();
        lab.lab.startAgent();
        assertThat(entry().component()).isEqualTo("stays");
    }

    @Test
    void installedAnewItIsWhatTheNewDescriptionSays() {
        PortName port = lab.offer("anew", "echo $#", "callee", "String one");
        lab.install(lab.description("anew", "callee", "String one, String two"), Callers.ADMINISTRATORS);

        await().until(() -> entry().signature().equals("String one, String two"));
        TestCall call = lab.call(port, Map.of("one", List.of("1"), "two", List.of("2")));
        assertThat(call.drain().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(call.pieces().get(0).content().text()).isEqualTo("2\n");
    }

    @Test
    void nothingIsOfferedOfAnInstallerWhoIsNoLongerTrusted() throws IOException {
        PortName port = lab.offer("trust", "true", "callee", "");
        entry();
        Path certificate = lab.lab.paths.trust().resolve(lab.lab.administrator.fingerprint() + ".asc");
        String kept = Files.readString(certificate);

        Files.delete(certificate);
        awaitNone();
        lab.lab.stopAgent();
        lab.lab.startAgent();
        await().during(TestLab.PACE.lease().multipliedBy(2))
                .until(() -> offered().isEmpty());

        Files.writeString(certificate, kept);
        entry();
        assertThat(lab.call(port, Map.of()).drain().ending()).isEqualTo(new Ending.Exited(0));
    }

    @Test
    void aPortThatTheBrokerDoesNotLetUsTakeIsTriedAgain() {
        lab.script("late", "true");
        lab.install(lab.description("late", "callee", ""), Callers.ADMINISTRATORS);
        await().during(TestLab.PACE.lease().multipliedBy(2))
                .until(() -> lab.lab.services("").isEmpty());

        lab.lab.provision(ServiceLab.port("late"));

        entry();
        assertThat(lab.call(ServiceLab.port("late"), Map.of()).drain().ending()).isEqualTo(new Ending.Exited(0));
    }
}
