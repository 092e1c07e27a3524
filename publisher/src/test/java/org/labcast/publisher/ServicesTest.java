package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {
    private static final String DISK = """
            Component Disk = {
              Property Component-Type = "Call Return";
              Port usage = { Properties {
                Port-Type = "callee"; Interface = "DiskUsage"; Signature = "String folder, int depth";
                Cmd = "du -d depth folder"; Path = "/usr/bin/du"
              } };
            };
            """;

    @TempDir
    Path folder;

    private Desk desk;
    private String file;

    @BeforeEach
    void describe() {
        desk = new Desk(folder);
        file = written("disk.acme", DISK);
    }

    private String written(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aGoodFileIsFoundGood() {
        Desk.Said said = desk.run("services", "check", file);
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("0 errors, 0 warnings. Offers: Disk.usage.\n");
    }

    @Test
    void theExampleIsGoodInEveryRespect() {
        Desk.Said said = desk.run(
                "services",
                "check",
                "../examples/netmonitor/services.acme",
                "../examples/netmonitor/netmonitor.acme",
                "--strict");
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .isEqualTo(
                        "0 errors, 0 warnings. Offers: PortMonitor.getOpenPorts, NetworkSniffing.sniff. Applications: NetMonitor.\n");
    }

    @Test
    void findingsNameTheirPlace() {
        String wrong = written("wrong.acme", DISK.replace("callee", "calee"));
        Desk.Said said = desk.run("services", "check", wrong);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith(wrong + ":4:5: error: 'calee' is no Port-Type; did you mean 'callee'?");
        assertThat(said.out()).isEqualTo("1 error, 0 warnings.\n");
    }

    @Test
    void aSyntaxErrorIsOneFinding() {
        String cut = written("cut.acme", DISK.substring(0, 60));
        Desk.Said said = desk.run("services", "check", "--json", cut);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .contains("\"good\":false")
                .contains("\"severity\":\"error\"")
                .contains("\"line\":2");
    }

    @Test
    void syntaxOnlyLooksAtNoMeaning() {
        String wrong = written("wrong.acme", DISK.replace("callee", "calee"));
        assertThat(desk.run("services", "check", "--syntax-only", wrong).exit()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Desk.Said said =
                desk.run("services", "check", folder.resolve("none.acme").toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("there is no file");
    }

    @Test
    void explainPrintsTheArgumentListAndRunsNothing() {
        Desk.Said said = desk.run("services", "explain", file, "Disk.usage", "folder=/srv; rm -rf $(pwd)", "depth=2");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("[\"/usr/bin/du\",\"-d\",\"2\",\"/srv; rm -rf $(pwd)\"]\n");
    }

    @Test
    void explainRefusesWhatACallWouldRefuse() {
        Desk.Said dash = desk.run("services", "explain", file, "Disk.usage", "folder=--files0-from=x", "depth=2");
        assertThat(dash.exit()).isEqualTo(5);
        assertThat(dash.err()).contains("'folder' begins with '-'");
        assertThat(desk.run("services", "explain", file, "Disk.usage", "folder=x", "depth=two")
                        .err())
                .contains("'depth': 'two' is no int");
        assertThat(desk.run("services", "explain", file, "Disk.usage", "folder=x")
                        .err())
                .contains("'depth' needs a value");
        assertThat(desk.run("services", "explain", file, "Disk.usge").err()).contains("it describes Disk.usage");
        assertThat(desk.run("services", "explain", file, "Disk").exit()).isEqualTo(64);
    }

    @Test
    void explainNotesWhatRunsBeforeAndAfter() {
        String around = written(
                "around.acme", DISK.replace("Path =", "Pre = \"/bin/test -d folder\"; Post = \"/bin/sync\"; Path ="));
        Desk.Said said = desk.run("services", "explain", around, "Disk.usage", "folder=/srv", "depth=2");
        assertThat(said.out()).isEqualTo("[\"/usr/bin/du\",\"-d\",\"2\",\"/srv\"]\n");
        assertThat(said.err())
                .isEqualTo("note: runs before: [\"/bin/test\",\"-d\",\"/srv\"]\nnote: runs after: [\"/bin/sync\"]\n");
    }

    @Test
    void explainOfAShellPortShowsTheValuesBesideTheText() {
        String shell = written(
                "shell.acme",
                DISK.replace(
                        "Cmd = \"du -d depth folder\"; Path = \"/usr/bin/du\"",
                        "Shell = true; Cmd = \"du -d \\\"$2\\\" \\\"$1\\\" | sort -n\""));
        Desk.Said said = desk.run("services", "explain", shell, "Disk.usage", "folder=$(id)", "depth=2");
        assertThat(said.out())
                .isEqualTo(
                        "[\"/bin/sh\",\"-c\",\"du -d \\\"$2\\\" \\\"$1\\\" | sort -n\",\"usage\",\"$(id)\",\"2\"]\n");
    }

    @Test
    void explainFindsTypesInOtherFiles() {
        String family = written(
                "family.acme",
                "Family F = { Component Type Disk = { Property Component-Type = \"Call Return\"; Port usage = {"
                        + " Property Port-Type = callee; Property Interface = I; Property Cmd = df; Property Path = \"/bin/df\"; }; }; };");
        String system = written("system.acme", "System s : F = { Component mine : Disk = new Disk; };");
        assertThat(desk.run("services", "explain", system, "mine.usage", "--with", family)
                        .out())
                .isEqualTo("[\"/bin/df\"]\n");
    }

    @Test
    void checkNamesServicesAndApplications() {
        String application = written("application.acme", """
                Component Window = { Property Component-Type = "Call Return";
                  Port ask = { Property Port-Type = caller; Property Interface = DiskUsage; };
                };
                Connector call = { Property Connector-Type = "Call Return";
                  Role from = { Property Prop-type = output; }; Role to = { Property Prop-type = input; };
                };
                Attachments { Window.ask to call.from; Disk.usage to call.to; };
                """);
        assertThat(desk.run("services", "check", application, "--with", file).out())
                .isEqualTo("0 errors, 0 warnings. Offers: Disk.usage. Applications: Window.\n");
    }
}
