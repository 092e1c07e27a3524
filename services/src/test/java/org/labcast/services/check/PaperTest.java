package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.contract.ServicePort;

/** The figures of the 2004 paper as they are printed, with what is odd in them: {@code deploy/measure-corpus} names where they lie. */
@Tag("corpus")
final class PaperTest {
    private static String figure(String file) throws IOException {
        Path path = Path.of(System.getProperty("labcast.corpus", ""))
                .resolve("acme/paper")
                .resolve(file);
        return Files.readString(path);
    }

    private static List<String> said(Checked checked, Severity severity) {
        return checked.findings().stream()
                .filter(found -> found.severity() == severity)
                .map(Finding::toString)
                .toList();
    }

    @Test
    void theServicesAreGood() throws IOException {
        Checked checked = Checker.check(List.of(Acme.read("fig2.acme", figure("fig2.acme"))), List.of(), false);
        assertThat(checked.good()).isTrue();
        assertThat(checked.services())
                .extracting(ServicePort::fullName)
                .containsExactly("PortMonitor.getOpenPorts", "NetworkSniffing.sniff");
    }

    @Test
    void theApplicationNamesAComponentThatIsNotThere() throws IOException {
        List<Document> services = List.of(Acme.read("fig2.acme", figure("fig2.acme")));
        Checked checked = Checker.check(List.of(Acme.read("fig5.acme", figure("fig5.acme"))), services, false);
        assertThat(said(checked, Severity.ERROR))
                .containsExactly(
                        "fig5.acme:35:5: error: There is no component 'NetworkMonitor'; did you mean 'NetMonitor'?",
                        "fig5.acme:36:5: error: There is no component 'NetworkMonitor'; did you mean 'NetMonitor'?");
        assertThat(said(checked, Severity.WARNING)).anyMatch(line -> line.startsWith("fig5.acme:16:38: warning: '..'"));
    }

    @Test
    void theServicesMustBeNamedWithIt() throws IOException {
        Checked checked = Checker.check(List.of(Acme.read("fig5.acme", figure("fig5.acme"))), List.of(), false);
        assertThat(said(checked, Severity.ERROR))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("fig5.acme:37:5: error: There is no component 'NetworkSniffing'"));
    }

    @Test
    void withTheNameMendedItPasses() throws IOException {
        List<Document> services = List.of(Acme.read("fig2.acme", figure("fig2.acme")));
        String mended = figure("fig5.acme").replace("NetworkMonitor.", "NetMonitor.");
        Checked lenient = Checker.check(List.of(Acme.read("fig5.acme", mended)), services, false);
        assertThat(said(lenient, Severity.ERROR)).isEmpty();
        assertThat(lenient.good()).isTrue();
        assertThat(lenient.client("NetMonitor").orElseThrow().ports())
                .extracting(port ->
                        port.name() + " " + port.provider().orElseThrow().fullName())
                .containsExactly("PortMonitoring_PORT PortMonitor.getOpenPorts", "Sniffing_PORT NetworkSniffing.sniff");
        assertThat(Checker.check(List.of(Acme.read("fig5.acme", mended)), services, true)
                        .good())
                .isFalse();
    }
}
