package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one push has taught, the next one knows. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class FleetIT {
    private final Administrator administrator;

    FleetIT(RunningLab lab) {
        this.administrator = lab.administrator();
    }

    @Test
    void aFixedFileNeedsNoCorrection() throws IOException {
        administrator.push("fleet.txt", Tasks.file("# who are you", "unmae -n", "", "#@ timeout=9s", "date"));
        ProgramResult fixed = administrator.run("fix", "last");
        assertThat(fixed.exit()).as(fixed.toString()).isZero();
        assertThat(fixed.out()).contains("-unmae -n\n+uname -n\n").contains("lab-[01-03] (3 hosts)");
        Path file = administrator.home().resolve("fleet.fixed.txt");
        assertThat(Files.readString(file))
                .isEqualTo(Tasks.file("# who are you", "uname -n", "", "#@ timeout=9s", "date"));
        Report report = Report.of(administrator.run("push", file.toString(), "--instant", "--json"));
        assertThat(report.exit()).isZero();
        assertThat(report.tasks("lab-02")).containsExactly("SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void aCanaryCorrectsAndTheOthersNeedNoCorrection() {
        ProgramResult result = administrator.push("canary.txt", Tasks.file("unmae -n"), "--canary", "1");
        assertThat(result.exit()).as(result.toString()).isZero();
        assertThat(result.err()).contains("Canary: lab-0").contains("-unmae -n\n+uname -n\n");
        assertThat(result.out())
                .contains("unmae -n -> uname -n (")
                .containsOnlyOnce(" corrected: ")
                .contains("3 hosts: 3 succeeded (1 corrected)");
        assertThat(administrator.run("fix", "last").exit()).isEqualTo(1);
    }

    @Test
    void aCanaryThatFailsKeepsTheOthersFromIt() {
        ProgramResult result = administrator.push("stop.txt", Tasks.file("exit 7"), "--canary", "2");
        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains("Nothing was sent to the other host, lab-0");
    }
}
