package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees first works without Docker, and leaves nothing behind. */
class QuickstartIT {
    private static final Path SCRIPT = Path.of(System.getProperty("labcast.quickstart"));
    private static final Path EXAMPLE =
            SCRIPT.resolveSibling("../examples/tasks.txt").normalize();

    @TempDir
    Path folder;

    @Test
    void showsTheReportAndLeavesNothingRunning() throws IOException {
        ProgramResult result = quickstart(EXAMPLE.toString());
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.out())
                .contains("lab-[1-3] (3 hosts)")
                .contains("Corrected: asked -> ran (rule: why)")
                .contains("apt-cache polciy bash -> apt-cache policy bash (")
                .contains("unmae -a -> uname -a (")
                .contains("3 hosts: 3 succeeded");
        assertNothingIsLeft();
    }

    @Test
    void aLabThatIsKeptTalksUntilItIsStopped() throws IOException {
        ProgramResult kept = quickstart("--keep", EXAMPLE.toString());
        assertThat(kept.exit()).as(kept.toString()).isZero();
        assertThat(processes()).hasSize(4);
        String talk = kept.out()
                .lines()
                .filter(line -> line.endsWith(" hosts"))
                .findFirst()
                .orElseThrow();
        ProgramResult hosts = ThisMachine.run(Map.of(), "bash", "-c", talk);
        assertThat(hosts.exit()).as(hosts.toString()).isZero();
        assertThat(hosts.out()).contains("lab-[1-3]");
        assertThat(quickstart("--stop")).isEqualTo(new ProgramResult(0, "Stopped 1 lab(s).\n", ""));
        assertNothingIsLeft();
    }

    /** A machine whose disk was copied: it is kept out, and both the list of hosts and the report say so. */
    @Test
    void twoAgentsWithOneIdentityAreTold() throws IOException, InterruptedException {
        ProgramResult kept = quickstart("--keep", EXAMPLE.toString());
        assertThat(kept.exit()).as(kept.toString()).isZero();
        String hosts = kept.out()
                .lines()
                .filter(line -> line.endsWith(" hosts"))
                .findFirst()
                .orElseThrow();
        String publisher = hosts.substring(0, hosts.length() - " hosts".length());
        Path clone = folder.resolve("clone");
        ThisMachine.run(Map.of(), "cp", "-a", labs().get(0).resolve("lab-1").toString(), clone.toString());
        Process second = new ProcessBuilder(
                        SCRIPT.resolveSibling("target/labcast/bin/lab-agent").toString(),
                        "run",
                        "--config",
                        clone.resolve("config").toString(),
                        "--state",
                        clone.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clone.log").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> said(hosts), said -> said.out().contains("two machines have this name and key"));
            ProgramResult report = said(publisher + " report last");
            assertThat(report.exit()).as(report.toString()).isZero();
            assertThat(report.out()).contains("two machines answer as lab-1");
            ProgramResult pushed =
                    said(publisher + " push " + EXAMPLE.toString() + " --host lab-1 --instant --wait 60s");
            assertThat(pushed.exit()).as(pushed.toString()).isZero();
            assertThat(pushed.out()).contains("two machines answer as lab-1");
        } finally {
            second.destroy();
            second.waitFor();
            quickstart("--stop");
        }
        assertNothingIsLeft();
    }

    private static ProgramResult said(String command) {
        return ThisMachine.run(Map.of(), "bash", "-c", command);
    }

    @Test
    void aFileThatIsNotThereStartsNothing() throws IOException {
        ProgramResult result = quickstart(folder.resolve("nowhere.txt").toString());
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).hasLineCount(1).startsWith("quickstart: cannot read the task file");
        assertThat(labs()).isEmpty();
    }

    private ProgramResult quickstart(String... arguments) {
        String[] command = Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return ThisMachine.run(Map.of("LABCAST_QUICKSTART_DIR", home().toString()), command);
    }

    /** A blank in its name must not matter. */
    private Path home() {
        return folder.resolve("quick start");
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(processes()).isEmpty();
        assertThat(labs()).isEmpty();
    }

    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home().toString()))
                .toList();
    }

    private List<Path> labs() throws IOException {
        if (!Files.exists(home())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home())) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
