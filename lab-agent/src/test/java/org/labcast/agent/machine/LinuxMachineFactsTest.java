package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;

final class LinuxMachineFactsTest {
    @TempDir
    Path directory;

    private final List<List<String>> asked = new ArrayList<>();

    @Test
    void relativePathsAreSeenFromTheWorkingDirectory() throws IOException {
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/file"), "");
        LinuxMachineFacts facts = facts("root");
        assertThat(facts.path("sub")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("sub/file")).isEqualTo(PathKind.FILE);
        assertThat(facts.path("sub/other")).isEqualTo(PathKind.ABSENT);
        assertThat(facts.path("a\0b")).isEqualTo(PathKind.UNKNOWN);
        assertThat(facts.entries("sub")).containsExactly("file");
        assertThat(facts.entries("nowhere")).isEmpty();
    }

    @Test
    void executablesAreThoseOfThePathGiven() throws IOException {
        Files.writeString(directory.resolve("notes"), "");
        Path tool = Files.writeString(directory.resolve("tool"), "");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("tool");
    }

    @Test
    void rootNeedsNoSudoAndIsNotAsked() {
        assertThat(facts("root").machine().canBecomeRoot()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void onlyHarmlessQueriesAreAskedAndOnlyOnce() {
        LinuxMachineFacts facts = facts("root");
        assertThat(facts.answer("find --help")).contains("answer");
        assertThat(facts.answer("find --help")).contains("answer");
        assertThat(facts.answer("rm --help")).isEmpty();
        assertThat(facts.answer("find / -delete")).isEmpty();
        assertThat(asked).containsExactly(List.of("find", "--help"));
    }

    @Test
    void aQueryThatHangsIsEnded() {
        ProcessQueries queries = new ProcessQueries(directory, Duration.ofMillis(200));
        assertThat(queries.ask(List.of("sleep", "60"))).isEmpty();
        assertThat(queries.ask(List.of("false"))).isEmpty();
        assertThat(queries.ask(List.of("no-such-command-anywhere"))).isEmpty();
        assertThat(queries.ask(List.of("echo", "$HOME"))).contains("$HOME\n");
    }

    private LinuxMachineFacts facts(String user) {
        return new LinuxMachineFacts(directory, user, directory.toString(), query -> {
            asked.add(query);
            return Optional.of("answer");
        });
    }
}
