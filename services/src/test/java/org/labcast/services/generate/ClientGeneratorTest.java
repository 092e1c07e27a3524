package org.labcast.services.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.services.check.Checked;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ToolFailedException;
import org.labcast.services.contract.ClientApplication;

/** The application of the 2004 paper, generated, compiled and run. */
class ClientGeneratorTest {
    /** A face as an author writes it, and what a program does with the ports. */
    private static final Map<String, String> HANDWRITTEN = Map.of("ClientGUICode", """
            package netmonitor;

            public final class ClientGUICode implements NetMonitorGui {
                @Override
                public void build(org.labcast.services.page.Page page, NetMonitor app) {
                    page.panel("mine").button("version", values -> app.Version_PORT.version());
                }
            }
            """, "Scan", """
            package netmonitor;

            import java.util.List;
            import java.util.function.Function;
            import org.labcast.services.client.ServiceBus;

            public final class Scan implements Function<ServiceBus, List<String>> {
                @Override
                public List<String> apply(ServiceBus bus) {
                    NetMonitor app = new NetMonitor(bus);
                    return app.PortMonitoring_PORT
                            .getOpenPorts("lab-1; rm -rf /", PortMonitoring.Speed.FAST, 20, "a", "b c")
                            .stream()
                            .map(open -> open.port() + " " + open.state() + " " + open.protocol().word() + " " + open.names())
                            .toList();
                }
            }
            """, "Sniff", """
            package netmonitor;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Function;
            import org.labcast.services.client.ServiceBus;
            import org.labcast.services.client.ServiceStream;

            public final class Sniff implements Function<ServiceBus, List<String>> {
                @Override
                public List<String> apply(ServiceBus bus) {
                    List<String> lines = new ArrayList<>();
                    try (ServiceStream stream = new NetMonitor(bus).Sniffing_PORT.sniff("eth0")) {
                        stream.forEach(lines::add);
                    }
                    return lines;
                }
            }
            """);

    @TempDir
    private Path classes;

    private final Checked checked = Described.files("netmonitor.acme", "network.acme");
    private final List<GeneratedFile> files =
            ClientGenerator.generate(checked.client("NetMonitor").orElseThrow(), "netmonitor");
    private final MemoryBus bus = new MemoryBus(checked.services());

    ClientGeneratorTest() throws IOException {}

    @SuppressWarnings("unchecked")
    private List<String> run(String driver) throws Exception {
        Object made = Compiled.load(files, HANDWRITTEN, classes)
                .loadClass("netmonitor." + driver)
                .getConstructor()
                .newInstance();
        return ((Function<ServiceBus, List<String>>) made).apply(bus);
    }

    private static String openPort(String rest) {
        return "[{\"port\": 22, \"state\": \"open\", \"protocol\": \"icmp-6\", \"names\": [\"ssh\"]" + rest + "}]";
    }

    @Test
    void callsAndReadsWhatTheToolPrints() throws Exception {
        bus.host("lab-1", request -> openPort(", \"more than declared\": null"));
        assertThat(run("Scan")).containsExactly("22 open icmp-6 [ssh]");
        CallRequest request = bus.requests().get(0);
        assertThat(request.port()).hasToString("PortMonitoring.getOpenPorts");
        assertThat(request.arguments())
                .containsExactly(
                        Map.entry("host", List.of("lab-1; rm -rf /")),
                        Map.entry("speed", List.of("fast")),
                        Map.entry("least", List.of("20")),
                        Map.entry("more", List.of("a", "b c")));
        assertThat(request.idempotent()).isTrue();
        assertThat(request.spec())
                .isEqualTo(checked.service("PortMonitor", "getOpenPorts")
                        .orElseThrow()
                        .spec());
    }

    @Test
    void saysWhereTheJsonIsNotWhatWasDeclared() {
        bus.host("lab-1", request -> openPort("").replace("22", "\"ssh\""));
        assertThatThrownBy(() -> run("Scan"))
                .isInstanceOf(ToolFailedException.class)
                .hasMessage("PortMonitoring.getOpenPorts on lab-1 did not print what its description declares:"
                        + " $[0].port is not an int");
    }

    @Test
    void aStreamGoesOnWithAnotherProvider() throws Exception {
        bus.host("lab-1", request -> "one\ntwo\nthree\n").losing("lab-1", 2);
        bus.host("lab-2", request -> "four\n");
        assertThat(run("Sniff")).containsExactly("one", "two", "four");
    }

    @Test
    void whatNoProgramCanBeGivenIsNotSent() {
        bus.host("lab-1", request -> openPort(""));
        Map<String, String> handwritten = Map.of(
                "ClientGUICode",
                HANDWRITTEN.get("ClientGUICode"),
                "Bad",
                HANDWRITTEN.get("Scan").replace("class Scan", "class Bad").replace("lab-1; rm -rf /", "\\0"));
        assertThatThrownBy(() -> {
                    Object made = Compiled.load(files, handwritten, classes)
                            .loadClass("netmonitor.Bad")
                            .getConstructor()
                            .newInstance();
                    @SuppressWarnings("unchecked")
                    Function<ServiceBus, List<String>> bad = (Function<ServiceBus, List<String>>) made;
                    bad.apply(bus);
                })
                .isInstanceOf(BadArgumentsException.class);
        assertThat(bus.requests()).isEmpty();
    }

    @Test
    void theSameDescriptionGivesTheSameBytes() throws IOException {
        Checked again = Described.files("netmonitor.acme", "network.acme");
        assertThat(ClientGenerator.generate(again.client("NetMonitor").orElseThrow(), "netmonitor"))
                .isEqualTo(files);
    }

    @Test
    void isLaidOutAndLeavesNoBlanks() {
        assertThat(files)
                .filteredOn(file -> file.path().endsWith(".java"))
                .allSatisfy(file -> assertThat(file.text().lines())
                        .allMatch(line -> line.length() <= 120)
                        .noneMatch(line -> line.endsWith(" ") || line.contains("\t")));
    }

    @Test
    void namesOfSourcesAreReserved() {
        assertThat(Imports.ALL)
                .allSatisfy(name -> assertThat(Naming.RESERVED).contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    @Test
    void theOpenApiHasEachPort() throws IOException {
        String text = files.stream()
                .filter(file -> file.path().equals("generated/openapi.json"))
                .findFirst()
                .orElseThrow()
                .text();
        JsonNode document = new ObjectMapper().readTree(text);
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .containsExactly("/PortMonitoring/getOpenPorts", "/PortMonitoring/version", "/NetworkSniffing/sniff");
        JsonNode schema =
                document.at("/paths/~1PortMonitoring~1getOpenPorts/post/requestBody/content/application~1json/schema");
        assertThat(schema.at("/properties/speed/enum")).hasToString("[\"fast\",\"thorough\"]");
        assertThat(schema.at("/required")).hasToString("[\"host\",\"speed\",\"least\"]");
        assertThat(document.at("/paths/~1NetworkSniffing~1sniff/post/x-labcast-stream")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aPortThatIsAttachedToNothingIsNamed() {
        Checked alone = Described.text("""
                Component Alone = {
                  Property Component-Type = "Call Return";
                  Port asks = { Property Port-Type = "caller"; Property Interface = "Nobody"; };
                };""");
        assertThatThrownBy(() -> ClientGenerator.generate(alone.client("Alone").orElseThrow(), "alone"))
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("Alone.asks is attached to no service");
    }

    @Test
    void aFaceIsAFileBelowTheSources() {
        ClientApplication client = checked.client("NetMonitor").orElseThrow();
        for (String file :
                List.of("../Face.java", "/Face.java", "$(id).java", "Face.java\n", "String.java", "face.java")) {
            ClientApplication other =
                    new ClientApplication("NetMonitor", Optional.of(file), true, false, client.ports());
            assertThatThrownBy(() -> ClientGenerator.generate(other, "netmonitor"))
                    .isInstanceOf(GenerationException.class);
        }
    }

    @Test
    void aPackageOfOthersIsRefused() {
        for (String name : List.of("java.util", "org.labcast.mine", "Big", "a..b", "a.class", "")) {
            assertThatThrownBy(() -> ClientGenerator.generate(
                            checked.client("NetMonitor").orElseThrow(), name))
                    .isInstanceOf(GenerationException.class);
        }
    }
}
