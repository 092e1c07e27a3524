package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Finding;
import org.labcast.services.contract.Federation;
import org.labcast.services.contract.Feed;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;

/** A component that is composed of services offers their ports as its own, and streams may feed calls in it. */
final class CompositionTest {
    private static final String FILE = """
            Component Watch = { Property Component-Type = "Communicating Process";
              Port names = { Properties { Port-Type = process; Interface = NamesSeen; Version = "2.0" } };
              Port seen = { Properties { Port-Type = process } };
              Representation { System inside = {
                Component Sniffer = { Property Component-Type = "Communicating Process";
                  Port addresses = { Properties { Port-Type = process; Interface = Sniffing; Signature = "String device";
                    Cmd = "sniff -i device"; Path = "/usr/bin/sniff"; Post = "sendOutPutStream(aprocess)"; Slots = 1 } };
                };
                Component Names = { Property Component-Type = "Call Return";
                  Port lookup = { Properties { Port-Type = callee; Interface = Names; Signature = "String address, int tries";
                    Cmd = "host -R tries address"; Path = "/usr/bin/host"; Return = "String getOutputStream(aprocess)" } };
                };
                Connector pipe = { Property Connector-Type = "Data Stream";
                  Role from = { Property Prop-type = input }; Role to = { Property Prop-type = output };
                };
                Attachments { Sniffer.addresses to pipe.from; Names.lookup to pipe.to; };
              };
              Bindings { names to Names.lookup; Sniffer.addresses to Watch.seen; } };
            };
            """;

    private static Checked check(String text) {
        return Checker.check(List.of(Acme.read("a.acme", text)), List.of(), false);
    }

    private static List<String> said(String text) {
        return check(text).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void aPortOffersWhatAnswersInside() {
        Checked checked = check(FILE);
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.services()).extracting(ServicePort::fullName).containsExactly("Watch.names", "Watch.seen");
        ServicePort seen = checked.service("Watch", "seen").orElseThrow();
        assertThat(seen.contract()).isEqualTo("Sniffing");
        assertThat(seen.terms().slots()).isEqualTo(1);
        assertThat(seen.plan(Map.of("device", List.of("eth0"))).main()).containsExactly("/usr/bin/sniff", "-i", "eth0");
    }

    @Test
    void aStreamFeedsACall() {
        Checked checked = check(FILE);
        ServicePort names = checked.service("Watch", "names").orElseThrow();
        assertThat(names.style()).isEqualTo(OfPort.PROCESS);
        assertThat(names.returns()).isEqualTo(ReturnType.STREAM);
        assertThat(names.contract()).isEqualTo("NamesSeen");
        assertThat(names.metadata().version()).isEqualTo("2.0");
        assertThat(names.signature().written()).isEqualTo("String device, int tries");
        assertThat(names.tool().programs()).containsExactly("/usr/bin/sniff", "/bin/sh", "/usr/bin/host");
        Federation federation = checked.federations().get(0);
        assertThat(federation.component()).isEqualTo("Watch");
        assertThat(federation.ports().get("names").fullName()).isEqualTo("Names.lookup");
        assertThat(federation.ports().get("seen").fullName()).isEqualTo("Sniffer.addresses");
        assertThat(federation.feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.from().fullName()).isEqualTo("Sniffer.addresses");
            assertThat(feed.to().fullName()).isEqualTo("Names.lookup");
            assertThat(feed.parameter()).isEqualTo("address");
        });
    }

    @Test
    void bindingsNamePortsThatExist() {
        assertThat(said(FILE.replace("names to Names.lookup", "name to Names.lookup")))
                .anyMatch(line -> line.equals(
                        "a.acme:18:14: error: The component 'Watch' has no port 'name'; did you mean 'names'?"));
        assertThat(said(FILE.replace("names to Names.lookup", "names to Nams.lookup")))
                .anyMatch(line ->
                        line.equals("a.acme:18:23: error: There is no component 'Nams'; did you mean 'Names'?"));
        assertThat(said(FILE.replace("names to Names.lookup", "names to seen")))
                .anyMatch(line ->
                        line.startsWith("a.acme:18:14: error: A binding joins a port of 'Watch' and one inside"));
        assertThat(said(FILE.replace("Sniffer.addresses to Watch.seen", "Sniffer.addresses to names")))
                .anyMatch(line -> line.equals("a.acme:18:58: error: 'names' is bound already, to 'Names.lookup'."));
    }

    @Test
    void whatIsBoundIsOfOneStyle() {
        assertThat(said(FILE.replace(
                        "Port seen = { Properties { Port-Type = process",
                        "Port seen = { Properties { Port-Type = callee")))
                .contains(
                        "a.acme:18:37: error: 'Sniffer.addresses' does not fit 'seen': the port at a.acme:3:8 is callee, and the port"
                                + " at a.acme:6:12 is process.");
        assertThat(said(FILE.replace("Attachments { Sniffer.addresses to pipe.from; Names.lookup to pipe.to; };", "")))
                .anyMatch(line -> line.startsWith("a.acme:18:14: error: 'Names.lookup' does not fit 'names'"));
    }

    @Test
    void whatAnswersInsideKnowsTheTool() {
        assertThat(said(FILE.replace(
                        "Port-Type = process }", "Port-Type = process; Cmd = \"x\"; Signature = \"int a\" }")))
                .containsExactly(
                        "a.acme:3:51: warning: 'Cmd' has no effect: 'Sniffer.addresses' runs at this port.",
                        "a.acme:3:62: error: The Signature is that of the port inside, at a.acme:6:12: 'String device'.");
    }

    @Test
    void aLineNeedsAParameter() {
        assertThat(said(FILE.replace("String address, int tries", "String address, String tries")))
                .anyMatch(line -> line.equals("a.acme:14:56: error: 'Names.lookup' has 2 String parameters; say with"
                        + " Parameter on this role which one takes a line of the stream."));
        String named = FILE.replace("String address, int tries", "String address, String tries")
                .replace("Prop-type = output", "Prop-type = output; Property Parameter = address");
        assertThat(said(named)).isEmpty();
        assertThat(said(named.replace("Parameter = address", "Parameter = adress")))
                .anyMatch(line -> line.contains(
                        "error: 'Names.lookup' has no String parameter 'adress'; did you mean 'address'?"));
        assertThat(said(FILE.replace("int tries", "int device").replace("-R tries", "-R device")))
                .anyMatch(line -> line.contains("cannot feed 'Names.lookup': the parameter 'device' is there twice"));
    }

    @Test
    void outsideAStreamFeedsNoCall() {
        String flat = FILE.substring(FILE.indexOf("    Component Sniffer"), FILE.indexOf("  };\n  Bindings"));
        assertThat(said(flat))
                .containsExactly(
                        "a.acme:12:51: error: 'Names.lookup' does not fit 'pipe.to': the output role of a Data Stream"
                                + " connector at a.acme:10:56 goes with caller, and the port at a.acme:6:12 is callee.");
    }

    @Test
    void feedsAreOfTheRepresentationOnly() {
        List<Feed> feeds = check(FILE).federations().get(0).feeds();
        assertThat(feeds).hasSize(1);
        assertThat(check(FILE).clients()).isEmpty();
    }
}
