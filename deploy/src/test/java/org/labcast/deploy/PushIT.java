package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task file reaches the hosts that it is for, and only those, and the report tells what they did. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class PushIT {
    private final RunningLab lab;
    private final Administrator administrator;

    PushIT(RunningLab lab) {
        this.lab = lab;
        this.administrator = lab.administrator();
    }

    @Test
    void allHostsRunItAsRootAndAreFolded() {
        ProgramResult result =
                administrator.push("all", Tasks.file(Tasks.write("ran", "all"), "id -un", "echo on $LABCAST_HOST"));
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.err()).contains("Posted ").contains(" to lab-[01-03].");
        assertThat(result.out())
                .contains("lab-[01-03] (3 hosts): ok, no output")
                .contains("lab-[01-03] (3 hosts): root")
                .contains("lab-02: on lab-02")
                .contains("3 hosts: 3 succeeded");
        assertRan("all", "lab-01", "lab-02", "lab-03");
    }

    @Test
    void aGroupRunsItAlone() {
        assertExit(0, administrator.push("group", Tasks.file(Tasks.write("ran", "group")), "--group", "physics"));
        assertRan("group", "lab-01", "lab-02");
    }

    @Test
    void oneHostRunsItAlone() {
        assertExit(0, administrator.push("one", Tasks.file(Tasks.write("ran", "one")), "--host", "lab-02"));
        assertRan("one", "lab-02");
    }

    @Test
    void hostsThatMeetAConditionRunItAlone() {
        ProgramResult result = administrator.push(
                "where",
                Tasks.file(Tasks.write("ran", "where")),
                "--where",
                "os = 'debian' AND memory_mb > 1 AND host <> 'lab-01'");
        assertExit(0, result);
        assertThat(result.err()).contains(" to lab-[02-03].");
        assertRan("where", "lab-02", "lab-03");
    }

    @Test
    void aCorrectionRunsAndIsShown() {
        ProgramResult result = administrator.push("correct", Tasks.file("unmae -n"), "--host", "lab-[01-02]");
        assertExit(0, result);
        assertThat(result.out())
                .contains("Corrected: asked -> ran (rule: why)")
                .contains("unmae -n -> uname -n (")
                .contains("lab-01 corrected: lab-01")
                .contains("2 hosts: 2 succeeded");
    }

    @Test
    void aCorrectionThatTheFileForbidsDoesNotRun() {
        ProgramResult result =
                administrator.push("forbid", Tasks.file("#@ correct=off", "unmae -n"), "--host", "lab-01", "--json");
        Report report = Report.of(result);
        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.tasks("lab-01")).containsExactly("FAILED");
    }

    @Test
    void aFailureIsToldWithItsOutputAndStopsOnlyWhatIsToStop() {
        ProgramResult result = administrator.push(
                "fail",
                Tasks.file("echo oops >&2; false", "echo goes on", "#@ on-failure=stop", "exit 3", "echo never"),
                "--host",
                "lab-03");
        assertExit(2, result);
        assertThat(result.out()).contains("oops").contains("goes on").contains("exit 3");
        assertThat(administrator.report("last").tasks("lab-03"))
                .startsWith("FAILED", "SUCCEEDED", "FAILED")
                .doesNotContain("CORRECTED");
    }

    @Test
    void nobodyMatches() {
        String tasks = Tasks.file(Tasks.write("ran", "nobody"));
        for (List<String> target : List.of(
                List.of("--host", "lab-07"), List.of("--group", "history"), List.of("--where", "memory_mb < 1"))) {
            ProgramResult result = administrator.push("nobody", tasks, target.toArray(String[]::new));
            assertExit(3, result);
            assertThat(result.err()).hasLineCount(1).startsWith("publisher: ");
        }
        assertRan("nobody");
    }

    @Test
    void aBadFileIsToldWithItsLine() {
        ProgramResult result =
                administrator.push("bad", Tasks.file(Tasks.write("ran", "bad"), "#@ tiemout=3s", "date"));
        assertExit(1, result);
        assertThat(result.err()).contains("bad:2:").contains("tiemout").contains("nothing was posted");
        assertRan("bad");
    }

    @Test
    void wrongUsage() {
        assertExit(64, administrator.push("usage", Tasks.file("date"), "--hots", "lab-01"));
    }

    @Test
    void aLongOutputIsCutInTheReportAndWholeInTheLogs() {
        assertExit(0, administrator.push("long", Tasks.file("seq 1 200000"), "--host", "lab-01"));
        ProgramResult logs = administrator.run("logs", "last", "lab-01", "--task", "1");
        assertExit(0, logs);
        assertThat(logs.out())
                .startsWith("1\n2\n")
                .endsWith("\n199999\n200000\n")
                .hasLineCount(200_000);
    }

    @Test
    void hostsAreShown() {
        assertThat(administrator.must("hosts"))
                .contains("lab-[01-02]")
                .contains("physics")
                .contains("chemistry");
    }

    private static void assertExit(int code, ProgramResult result) {
        assertThat(result.exit()).as(result.toString()).isEqualTo(code);
    }

    /** These hosts ran it once, the others did not. */
    private void assertRan(String name, String... hosts) {
        assertThat(lab.hosts())
                .allSatisfy(host -> assertThat(host.effect(name))
                        .as(host.name())
                        .isEqualTo(List.of(hosts).contains(host.name()) ? "ran\n" : ""));
    }
}
