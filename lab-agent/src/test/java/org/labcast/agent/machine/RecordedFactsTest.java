package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.correction.Machine;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.model.InvalidValueException;

class RecordedFactsTest {
    @Test
    void nothingIsKnownOfAMachineThatIsNotDescribed() {
        RecordedFacts facts = RecordedFacts.of(Map.of());

        assertThat(facts.machine()).isEqualTo(new Machine("", "", "", true));
        assertThat(facts.names(NameKind.EXECUTABLES)).isEmpty();
        assertThat(facts.path("notes")).isEqualTo(PathKind.ABSENT);
        assertThat(facts.path("/etc/")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("/dev/null")).isEqualTo(PathKind.FILE);
        assertThat(facts.answer("ls --help")).isEmpty();
    }

    @Test
    void whatLiesAboveAKnownPathIsADirectory() {
        RecordedFacts facts = RecordedFacts.of(
                Map.of("files", List.of("a/b/c.txt", "/srv/www/index.html"), "directories", List.of("d")));

        assertThat(facts.path("./a//b/../b/c.txt")).isEqualTo(PathKind.FILE);
        assertThat(facts.path("a/b/")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("d")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("/srv/www")).isEqualTo(PathKind.DIRECTORY);
        assertThat(facts.path("/srv/ww")).isEqualTo(PathKind.ABSENT);
        assertThat(facts.entries(".")).containsExactly("a", "d");
        assertThat(facts.entries("/srv/www/")).containsExactly("index.html");
        assertThat(facts.entries("/")).contains("srv", "etc");
        assertThat(facts.path("a\0b")).isEqualTo(PathKind.UNKNOWN);
    }

    @Test
    void theHomeIsThatOfTheUser() {
        RecordedFacts facts =
                RecordedFacts.of(Map.of("user", "ann", "files", List.of("~/notes", "/home/ann/letters/1")));

        assertThat(facts.path("/home/ann/notes")).isEqualTo(PathKind.FILE);
        assertThat(facts.path("~/letters")).isEqualTo(PathKind.DIRECTORY);
        assertThat(RecordedFacts.of(Map.of("files", List.of("~/notes"))).path("~/notes"))
                .isEqualTo(PathKind.FILE);
    }

    @Test
    void aProgramBesideThePathMerelyExists() {
        List<String> programs = List.of("ls", "/usr/bin/git", "/usr/sbin/ip", "/opt/tool/run");
        RecordedFacts ann = RecordedFacts.of(Map.of("user", "ann", "executables", programs));
        RecordedFacts root = RecordedFacts.of(Map.of("user", "root", "executables", programs));

        assertThat(ann.names(NameKind.EXECUTABLES)).containsExactly("git", "ls");
        assertThat(ann.path("/usr/sbin/ip")).isEqualTo(PathKind.FILE);
        assertThat(ann.path("/usr/bin/ls")).isEqualTo(PathKind.UNKNOWN);
        assertThat(ann.path("/usr/bin/ip")).isEqualTo(PathKind.ABSENT);
        assertThat(root.names(NameKind.EXECUTABLES)).containsExactly("git", "ip", "ls");
    }

    @Test
    void thePackageManagerIsTheOneNamedElseOneThatIsThere() {
        assertThat(RecordedFacts.of(Map.of("packageManager", "apt")).machine().packageManager())
                .isEqualTo("apt-get");
        assertThat(RecordedFacts.of(Map.of("executables", List.of("dnf", "yum")))
                        .machine()
                        .packageManager())
                .isEqualTo("dnf");
    }

    @Test
    void usersAndGroupsAreThoseNamed() {
        RecordedFacts facts = RecordedFacts.of(Map.of("users", List.of("ann"), "groups", List.of("sudo", "ann")));
        assertThat(facts.names(NameKind.USERS)).containsExactly("ann");
        assertThat(facts.names(NameKind.GROUPS)).containsExactly("ann", "sudo");
    }

    @Test
    void aUnitWithoutSuffixIsAService() {
        assertThat(RecordedFacts.of(Map.of("units", List.of("nginx", "cups.socket")))
                        .names(NameKind.UNITS))
                .containsExactly("cups.socket", "nginx.service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gem --help",
                "/usr/bin/gem  --help",
                "gem help",
                "gem -h",
                "gem",
                "gem help commands",
                "gem commands"
            })
    void helpIsKnownByAllItsNames(String given) {
        assertThat(RecordedFacts.of(Map.of("queries", Map.of(given, "usage"))).answer("gem --help"))
                .contains("usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker image --help", "docker image -h", "docker image", "docker help image"})
    void soIsHelpForASubcommand(String given) {
        assertThat(RecordedFacts.of(Map.of("queries", Map.of(given, "usage"))).answer("docker image --help"))
                .contains("usage");
    }

    @Test
    void otherQueriesAreOnlyThemselves() {
        RecordedFacts facts = RecordedFacts.of(Map.of("queries", Map.of("git branch", "* main")));

        assertThat(facts.answer("git branch")).contains("* main");
        assertThat(facts.answer("git branch -a")).isEmpty();
        assertThat(facts.answer("git --help")).isEmpty();
    }

    @Test
    void wrongFactsAreRefusedByName() {
        assertThatThrownBy(() -> RecordedFacts.of(Map.of("user", 1L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'user' in facts is not a text");
        assertThatThrownBy(() -> RecordedFacts.of(Map.of("queries", Map.of("a", 1L))))
                .hasMessage("'queries' in facts is not an object of texts");
        assertThatThrownBy(() -> RecordedFacts.of(Map.of("files", List.of("x/".repeat(3000)))))
                .hasMessageContaining("longer than 4096");
    }
}
