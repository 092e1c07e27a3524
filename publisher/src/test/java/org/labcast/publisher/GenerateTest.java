package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs made of descriptions, by the commands that people type, compiled by the script that is made with them. */
class GenerateTest {
    private static final String SERVICE = """
            Component Echo = {
              Property Component-Type = "Call Return";
              Port say = { Properties {
                Port-Type = "callee"; Interface = "Saying"; Signature = "String text";
                Return = "String getOutputStream(aprocess)"; Cmd = "echo text"; Path = "/bin/echo"
              } };
            };
            """;

    private static final String CLIENT = """
            Component Talker = {
              Property Component-Type = "Call Return";
              Port says = { Property Port-Type = "caller"; Property Interface = "Saying"; };
            };
            Connector saying = {
              Property Connector-Type = "Call Return";
              Role caller = { Property Prop-type = "output"; };
              Role callee = { Property Prop-type = "input"; };
            };
            Attachments { Talker.says to saying.caller; Echo.say to saying.callee; };
            """;

    @TempDir
    Path folder;

    private Desk desk;
    private Path out;
    private Path labcastHome;

    @BeforeEach
    void describe() throws IOException {
        desk = new Desk(folder);
        out = folder.resolve("out");
        labcastHome = folder.resolve("home");
        Files.writeString(folder.resolve("echo.acme"), SERVICE);
        Files.writeString(folder.resolve("talker.acme"), CLIENT);
    }

    private Desk.Said client(String... more) {
        return desk.run(Stream.concat(
                        Stream.of(
                                "services",
                                "generate-client",
                                folder.resolve("talker.acme").toString(),
                                "--with",
                                folder.resolve("echo.acme").toString(),
                                "-o",
                                out.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** A program that knows the one thing about this Labcast that the script asks. */
    private Path publisher() throws IOException {
        Desk.Said said = desk.run("services", "class-path");
        assertThat(said.exit()).isZero();
        Path program = Files.writeString(
                folder.resolve("publisher"),
                "#!/bin/sh\ncat <<'END'\n" + said.out().strip() + "\nEND\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Desk.Said run(String... arguments) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        ProcessBuilder builder = new ProcessBuilder(out.resolve("run").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("LABCAST_PUBLISHER", publisher().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LABCAST_HOME", labcastHome.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Desk.Said(process.exitValue(), Files.readString(printed), "");
    }

    @Test
    void theProgramIsCompiledAndStarts() throws Exception {
        Desk.Said said = client();
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("0 removed.", "Next: " + out.resolve("run"));
        Desk.Said ran = run("--list");
        assertThat(ran.out()).startsWith("there is no publisher in " + folder.resolve("home"));
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void theProgramOpensTheLabOfItsAdministrator(@TempDir Path lab) throws Exception {
        try (Desk withBroker = Desk.withBroker(lab)) {
            client();
            labcastHome = withBroker.home.folder();
            assertThat(run("--list"))
                    .isEqualTo(new Desk.Said(0, "Nobody provides now what this application uses.\n", ""));
        }
    }

    @Test
    void aMistakeInAHandwrittenSourceIsTheCompilers() throws Exception {
        client();
        Files.createDirectories(out.resolve("src"));
        Files.writeString(out.resolve("src/Mine.java"), "class Mine { int x = \"\"; }");
        Desk.Said ran = run("--list");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("Mine.java:1: error: incompatible types", "It does not compile; see above.");
    }

    @Test
    void theFaceThatTheDescriptionNamesIsTheAuthors() throws Exception {
        Files.writeString(
                folder.resolve("talker.acme"),
                CLIENT.replaceFirst("Port says", "Property GUI-CodeFile = \"TalkerFace.java\"; Port says"));
        assertThat(client("--package", "lab.talker").out())
                .contains("Next, write " + out.resolve("src/TalkerFace.java"));
        Desk.Said ran = run();
        assertThat(ran.exit()).isEqualTo(1);
        String begin = ran.out().substring(ran.out().indexOf("package lab.talker;"));
        Files.createDirectories(out.resolve("src"));
        Files.writeString(out.resolve("src/TalkerFace.java"), begin);
        assertThat(run("--list").out()).startsWith("there is no publisher in");
        client("--package", "lab.talker");
        assertThat(out.resolve("src/TalkerFace.java")).hasContent(begin);
    }

    @Test
    void theExampleIsMadeAsItsReadmeSays() throws Exception {
        Path example = Path.of("..", "examples", "netmonitor");
        Files.createDirectories(out.resolve("src"));
        Files.copy(example.resolve("src/ClientGUICode.java"), out.resolve("src/ClientGUICode.java"));
        Desk.Said said = desk.run(
                "services",
                "generate-client",
                example.resolve("netmonitor.acme").toString(),
                "--with",
                example.resolve("services.acme").toString(),
                "-o",
                out.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(run("--list").out()).startsWith("there is no publisher in");
    }

    @Test
    void whatIsWrongInAFileIsSaidAndNothingWritten() throws IOException {
        Files.writeString(folder.resolve("talker.acme"), CLIENT.replace("Echo.say", "Ekko.say"));
        Desk.Said said = client();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("There is no component 'Ekko'");
        assertThat(out).doesNotExist();
    }

    @Test
    void anAdapterIsMadeOfTheServicesOfAFile() {
        Desk.Said said = desk.run(
                "services", "generate-adapter", folder.resolve("echo.acme").toString(), "-o", out.toString());
        assertThat(said.exit()).isZero();
        assertThat(out.resolve("generated/echo/SayingAdapter.java")).exists();
    }
}
