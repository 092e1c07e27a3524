package org.labcast.services.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Finding;
import org.labcast.services.contract.ServicePort;

final class CheckerTest {
    private static final String DISK = """
            Component Disk = {
              Properties { Component-Type : string = "Call Return"; };
              Port usage = { Properties {
                Port-Type = "callee"; Interface = "DiskUsage"; Signature = "String folder"; Cmd = "du -s folder"; Path = "/usr/bin/du";
              } };
            };
            """;
    private static final String APP = """
            System app = {
              Component Window = {
                Property Component-Type = "Call Return";
                Property Part-of-client = true;
                Port ask = { Property Port-Type = "caller"; Property Interface = "DiskUsage"; };
              };
              Connector call = {
                Property Connector-Type = "Call Return";
                Role from = { Property Prop-type = "output"; };
                Role to = { Property Prop-type = "input"; };
              };
              Attachments { Window.ask to call.from; Disk.usage to call.to; };
            };
            """;

    private static Checked check(String... texts) {
        return check(false, texts);
    }

    private static Checked check(boolean strict, String... texts) {
        List<Document> all = Stream.iterate(0, i -> i < texts.length, i -> i + 1)
                .map(i -> Acme.read((char) ('a' + i) + ".acme", texts[i]))
                .toList();
        return Checker.check(all.subList(0, 1), all.subList(1, all.size()), strict);
    }

    private static List<String> said(Checked checked) {
        return checked.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void aGoodServiceIsRead() {
        Checked checked = check(DISK);
        assertThat(said(checked)).isEmpty();
        assertThat(checked.service("Disk", "usage")
                        .orElseThrow()
                        .plan(Map.of("folder", List.of("/srv")))
                        .main())
                .containsExactly("/usr/bin/du", "-s", "/srv");
    }

    @Test
    void anApplicationIsCheckedAgainstItsServices() {
        assertThat(said(check(APP, DISK))).isEmpty();
        assertThat(said(check(APP)))
                .containsExactly(
                        "a.acme:12:42: error: There is no component 'Disk'; if another file declares it, name that file with --with.");
    }

    @Test
    void aNameThatIsNearIsProposed() {
        assertThat(said(check(APP.replace("Window.ask to", "Windw.ask to"), DISK)))
                .containsExactly("a.acme:12:17: error: There is no component 'Windw'; did you mean 'Window'?");
        assertThat(said(check(APP.replace("call.from", "call.form"), DISK)))
                .containsExactly("a.acme:12:31: error: The connector 'call' has no role 'form'; did you mean 'from'?");
    }

    @Test
    void stylesMustGoTogether() {
        assertThat(said(check(APP.replace("\"Call Return\";\n    Role", "\"Data Stream\";\n    Role"), DISK)))
                .containsExactly(
                        "a.acme:12:42: error: 'Disk.usage' does not fit 'call.to': the input role of a Data Stream connector at a.acme:10:10"
                                + " goes with process, and the port at b.acme:3:8 is callee.");
    }

    @Test
    void aComponentMustSuitItsPorts() {
        assertThat(said(check(APP, DISK.replace("\"Call Return\"", "\"Communicating Process\""))))
                .containsExactly(
                        "b.acme:3:8: error: A callee port goes with a component that is Call Return, and 'Disk' at b.acme:1:11 is"
                                + " Communicating Process.");
    }

    @Test
    void whatIsMissingWrongOrTwiceIsSaid() {
        assertThat(said(check(DISK.replace(" Path = \"/usr/bin/du\";", ""))))
                .containsExactly(
                        "a.acme:3:8: error: The port 'usage' needs Path, where the tool is, such as /usr/bin/nmap.");
        assertThat(said(check(DISK.replace("/usr/bin/du", "du"))))
                .containsExactly("a.acme:4:103: error: 'du' is no absolute path of a file.");
        assertThat(said(check(DISK.replace("Signature", "Signatrue"))))
                .containsExactly(
                        "a.acme:4:52: error: 'Signatrue' is no property of a port that Labcast knows; did you mean 'Signature'?");
        assertThat(said(check(DISK.replace("callee", "calee"))))
                .containsExactly(
                        "a.acme:4:5: error: 'calee' is no Port-Type; did you mean 'callee'? There are: caller, callee, process.");
        assertThat(said(check(DISK.replace("};\n};", "};\nPort usage; };"))))
                .contains("a.acme:6:6: error: There is a port 'usage' already, at a.acme:3:8.");
        assertThat(said(check(DISK + DISK)))
                .contains("a.acme:7:11: error: There is a component 'Disk' already, at a.acme:1:11.");
    }

    @Test
    void oddWritingIsAcceptedWithANote() {
        assertThat(said(check(DISK.replace("Component-Type", "Component-type")
                        .replace("Port-Type =", "Shared-GUI = \"false\"; Port-Type ="))))
                .containsExactly(
                        "a.acme:2:16: note: 'Component-type' is read as 'Component-Type'.",
                        "a.acme:4:5: note: 'Shared-GUI' is written in quotes, and read as a boolean.");
    }

    @Test
    void connectorsInsideAComponentAreHoistedWithAWarning() {
        String inside = APP.replace("  };\n  Connector", "  Connector")
                .replace("Attachments { Window", "}; Attachments { Window")
                .replace(
                        "    Role to = { Property Prop-type = \"input\"; };\n  };",
                        "    Role to = { Property Prop-type = \"input\"; };\n  };");
        Checked lenient = check(inside, DISK);
        assertThat(lenient.good()).as("%s", said(lenient)).isTrue();
        assertThat(said(lenient))
                .singleElement()
                .asString()
                .contains("warning: The connector 'call' stands inside the component 'Window'");
        assertThat(check(true, inside, DISK).good()).isFalse();
    }

    @Test
    void typesGiveWhatAThingDoesNotSayItself() {
        String typed = "Family F = { Component Type Tool = { Property Component-Type = \"Call Return\";"
                + " Port run = { Property Port-Type = \"callee\"; Property Interface = \"I\"; Property Cmd = \"id\"; Property Path = \"/bin/id\"; } } }"
                + " System s : F = { Component t : Tool = new Tool; };";
        Checked checked = check(typed);
        assertThat(said(checked)).isEmpty();
        assertThat(checked.service("t", "run")).isPresent();
        assertThat(said(check(typed.replace("new Tool", "new Tol").replace("t : Tool", "t : Tol"))))
                .anySatisfy(line -> assertThat(line).contains("There is no type 'Tol'; did you mean 'Tool'?"));
    }

    @Test
    void portsHaveTypesTooAndMayBeGivenMore() {
        String typed = "Family F = { Port Type Callee = { Property Port-Type = callee; Property Slots = 2; };"
                + " Component Type Tool = { Property Component-Type = \"Call Return\";"
                + " Port run : Callee = new Callee extended with { Property Interface = I; Property Cmd = id; Property Path = \"/bin/id\"; } } }"
                + " System s : F = { Component t : Tool = new Tool extended with { Port run = { Property Version = \"2\"; } }; };";
        Checked checked = check(typed);
        assertThat(said(checked)).isEmpty();
        ServicePort run = checked.service("t", "run").orElseThrow();
        assertThat(run.terms().slots()).isEqualTo(2);
        assertThat(run.metadata().version()).isEqualTo("2");
    }

    @Test
    void typesOfImportsAreNamedOnce() {
        assertThat(
                        said(
                                check(
                                        "import f.acme; System s = { Component a : T = { Port p : P; }; Component b : T = { Port q : P; }; };")))
                .containsExactly(
                        "a.acme:1:1: note: No component has a Component-Type, so nothing here is a service or a client of Labcast.",
                        "a.acme:1:43: note: The type 'T' is not declared here; imports are not read.",
                        "a.acme:1:58: note: The type 'P' is not declared here; imports are not read.");
    }
}
