package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Finding;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.ClientPort;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;

/** What uses services is read, and bound to the service at the other end of each attachment. */
final class ClientsTest {
    private static final String FILE = """
            Component Disk = { Property Component-Type = "Call Return";
              Port usage = { Properties { Port-Type = callee; Interface = DiskUsage; Cmd = "du"; Path = "/usr/bin/du" } };
            };
            Component Log = { Property Component-Type = "Communicating Process";
              Port lines = { Properties { Port-Type = process; Interface = Logs; Cmd = "tail -f"; Path = "/usr/bin/tail";
                Post = "sendOutPutStream(aprocess)" } };
            };
            Component Window = {
              Properties { Component-Type = "Call Return"; Part-of-client = true; GUI-CodeFile = "gui/Window.java"; Shared-GUI = true };
              Port ask = { Properties { Port-Type = caller; Interface = DiskUsage; Shared-GUI = true } };
              Port read = { Properties { Port-Type = caller; Interface = Logs } };
            };
            Connector call = { Property Connector-Type = "Call Return";
              Role from = { Property Prop-type = output }; Role to = { Property Prop-type = input };
            };
            Connector stream = { Property Connector-Type = "Data Stream";
              Role from = { Property Prop-type = output }; Role to = { Property Prop-type = input };
            };
            Attachments { Window.ask to call.from; Disk.usage to call.to; Window.read to stream.from; Log.lines to stream.to; };
            """;

    private static Checked check(String text) {
        return Checker.check(List.of(Acme.read("a.acme", text)), List.of(), false);
    }

    private static List<String> said(String text) {
        return check(text).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void aClientKnowsItsServices() {
        Checked checked = check(FILE);
        assertThat(checked.findings()).isEmpty();
        ServicePort usage = checked.service("Disk", "usage").orElseThrow();
        ServicePort lines = checked.service("Log", "lines").orElseThrow();
        assertThat(checked.clients())
                .containsExactly(new ClientApplication(
                        "Window",
                        Optional.of("gui/Window.java"),
                        true,
                        true,
                        List.of(
                                new ClientPort("Window", "ask", "DiskUsage", true, Optional.of(usage)),
                                new ClientPort("Window", "read", "Logs", false, Optional.of(lines)))));
        assertThat(checked.client("Window").orElseThrow().ports())
                .extracting(port -> port.style().orElseThrow())
                .containsExactly(OfPort.CALLEE, OfPort.PROCESS);
    }

    @Test
    void aClientAsksForTheInterfaceOfItsService() {
        assertThat(said(FILE.replace("caller; Interface = DiskUsage", "caller; Interface = DiskUse")))
                .containsExactly(
                        "a.acme:10:49: error: 'Window.ask' asks for the interface 'DiskUse', and 'Disk.usage', to"
                                + " which it is attached, offers 'DiskUsage' at a.acme:2:51.");
    }

    @Test
    void aCallIsNoStream() {
        assertThat(said(FILE.replace("Disk.usage to call.to", "Disk.usage to stream.to")
                        .replace("Log.lines to stream.to", "Log.lines to call.to")))
                .filteredOn(line -> line.contains("does not fit"))
                .containsExactly(
                        "a.acme:19:40: error: 'Disk.usage' does not fit 'stream.to': the input role of a Data Stream connector at"
                                + " a.acme:17:53 goes with process, and the port at a.acme:2:8 is callee.",
                        "a.acme:19:93: error: 'Log.lines' does not fit 'call.to': the input role of a Call Return connector at"
                                + " a.acme:14:53 goes with callee, and the port at a.acme:5:8 is process.");
    }

    @Test
    void aClientThatIsAttachedToNothingIsSaid() {
        assertThat(said(FILE.replace("Window.ask to call.from; Disk.usage to call.to;", "")))
                .containsExactly(
                        "a.acme:10:8: warning: The port 'ask' is attached to no service, so it calls nothing.");
        assertThat(said(FILE.replace("Disk.usage to call.to;", "")))
                .containsExactly(
                        "a.acme:10:8: warning: The port 'ask' is attached to no service, so it calls nothing.");
    }

    @Test
    void aClientCallsOneService() {
        String second = FILE.replace(
                "Attachments {",
                "Connector other = { Property Connector-Type = \"Call Return\";"
                        + " Role from = { Property Prop-type = output }; Role to = { Property Prop-type = input }; };\n"
                        + "Attachments { Window.ask to other.from; Disk.usage to other.to;");
        assertThat(said(second))
                .containsExactly(
                        "a.acme:10:8: warning: The port 'ask' is attached to 'Disk.usage' and to 'Disk.usage'; the first is used.");
    }

    @Test
    void providersOfOneInterfaceMeanTheSame() {
        String other = FILE.replace("Component Disk", """
                Component Disk2 = { Property Component-Type = "Call Return";
                  Port usage = { Properties { Port-Type = callee; Interface = DiskUsage; Cmd = "du -x"; Path = "/usr/bin/du" } };
                };
                Component Disk""");
        assertThat(said(other)).isEmpty();
        assertThat(said(other.replace("Cmd = \"du -x\"", "Cmd = \"du d\"; Signature = \"String d\"")))
                .containsExactly(
                        "a.acme:5:8: error: 'Disk.usage' and 'Disk2.usage' at a.acme:2:8 are both DiskUsage.usage, and differ in"
                                + " Port-Type, Signature or Return.");
    }
}
