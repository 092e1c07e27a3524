package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    private final MachineCatalog known = new MachineCatalog(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private Instant now = Instant.EPOCH;
    private final List<Query> asked = new ArrayList<>();

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

    /** Root could pass where the user may not, and would tell what is there. */
    @Test
    void anAgentThatIsRootSeesFilesAsTheUserDoes() throws IOException {
        assumeTrue(
                Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root may become another user");
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(open.resolve("letter"), "");
        Files.writeString(open.resolve("two\nlines"), "");
        Path secret = Files.createDirectory(directory.resolve("secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(secret.resolve("key"), "");
        Files.createSymbolicLink(open.resolve("link"), secret);
        LinuxMachineFacts facts = LinuxMachineFacts.of(known, directory, "nobody", "/usr/bin:/bin");

        assertThat(facts.path("open")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("open/letter")).isEqualTo(PathKind.FILE);
        assertThat(facts.path("open/other")).isEqualTo(PathKind.ABSENT);
        assertThat(facts.entries("open")).containsExactlyInAnyOrder("letter", "link");
        assertThat(facts.path("secret/key")).isEqualTo(PathKind.UNKNOWN);
        assertThat(facts.path("secret/other")).isEqualTo(PathKind.UNKNOWN);
        assertThat(facts.entries("secret")).isEmpty();
        assertThat(facts.entries("open/link")).isEmpty();
    }

    @Test
    void executablesAreThoseOfThePathGiven() throws IOException {
        Files.writeString(directory.resolve("notes"), "");
        executable("tool");
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("tool");
    }

    @Test
    void usersAndGroupsAreTheMachines() {
        assertThat(facts("root").names(NameKind.USERS)).contains("root").doesNotContain("");
        assertThat(facts("root").names(NameKind.GROUPS)).contains("root").doesNotContain("");
    }

    @Test
    void rootNeedsNoSudoAndIsNotAsked() {
        assertThat(facts("root").machine().canBecomeRoot()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void aQueryIsAskedOnceAndHelpOnceForAllTasks() {
        LinuxMachineFacts facts = facts("root");
        assertThat(facts.answer("find --help")).contains("answer");
        assertThat(facts.answer("git branch -a --no-color --no-column")).contains("answer");
        assertThat(facts.answer("git branch -a --no-color --no-column")).contains("answer");
        assertThat(facts("root").answer("find --help")).contains("answer");
        assertThat(facts("root").answer("rm --help")).isEmpty();
        assertThat(asked)
                .containsExactly(
                        Query.help("find", "--help"), Query.here("git", "branch", "-a", "--no-color", "--no-column"));
    }

    @Test
    void executablesAreLookedUpAgainWhenAFolderChangesOrTimePasses() throws IOException {
        executable("one");
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("one");
        executable("two");
        Files.setLastModifiedTime(directory, FileTime.from(Instant.EPOCH.plusSeconds(1)));
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("one", "two");
        executable("three");
        Files.setLastModifiedTime(directory, FileTime.from(Instant.EPOCH.plusSeconds(1)));
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("one", "two");
        now = now.plus(Duration.ofMinutes(10));
        assertThat(facts("root").names(NameKind.EXECUTABLES)).containsExactly("one", "three", "two");
    }

    private Path executable(String name) throws IOException {
        Path tool = Files.writeString(directory.resolve(name), "");
        return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private LinuxMachineFacts facts(String user) {
        Queries queries = query -> {
            asked.add(query);
            return Optional.of("answer");
        };
        return new LinuxMachineFacts(
                known, directory, user, List.of(directory), queries, new UserFileView.OfTheAgent());
    }
}
