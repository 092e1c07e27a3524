package org.labcast.agent.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.correction.Rule;

final class RuleFolderTest {
    @TempDir
    Path folder;

    private RuleFolder rules;

    @BeforeEach
    void onlyTheOwnerMayWrite() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        rules = new RuleFolder(folder);
    }

    private static String rule(String name) {
        return "- {name: %s, why: w., command: old, replace: new, examples: [{command: old, becomes: new}]}\n"
                .formatted(name);
    }

    private Path write(String file, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        return path;
    }

    private List<String> names() {
        return rules.get().rules().stream().map(Rule::name).toList();
    }

    private List<String> faults() {
        return rules.get().faults().stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void rulesAreReadInTheOrderOfTheFilesAndRankFirst() throws IOException {
        write("b.yml", rule("second"));
        write("a.yaml", rule("first"));
        write("c.json", "[]");
        write("notes.txt", "no rules");
        write(".a.yaml", "an editor's: [");
        assertThat(names()).containsExactly("first", "second");
        assertThat(faults()).isEmpty();
        assertThat(rules.get().files()).isEqualTo(3);
    }

    @Test
    void noDirectoryIsNoRules() {
        assertThat(new RuleFolder(folder.resolve("none")).get()).isEqualTo(RuleSet.EMPTY);
    }

    @Test
    void changesAreSeenAndNothingElseIsReadAgain() throws IOException {
        Path file = write("a.yaml", rule("one"));
        RuleSet before = rules.get();
        assertThat(rules.get()).isSameAs(before);

        write("b.yaml", rule("two"));
        assertThat(names()).containsExactly("one", "two");
        assertThat(before.rules()).hasSize(1);

        Files.delete(file);
        assertThat(names()).containsExactly("two");

        FileTime time = Files.getLastModifiedTime(folder.resolve("b.yaml"));
        Path fresh = Files.writeString(folder.resolve("fresh"), rule("six"));
        Files.setLastModifiedTime(fresh, time);
        Files.move(fresh, folder.resolve("b.yaml"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(names()).as("the same size and time, another file").containsExactly("six");
    }

    @Test
    void aFileWithAFaultIsLeftOutWhollyAndComesBackWhenMended() throws IOException {
        write("a.yaml", rule("one") + rule("BAD"));
        write("b.yaml", rule("two"));
        assertThat(names()).containsExactly("two");
        assertThat(faults()).singleElement().asString().startsWith("a.yaml:2:10: 'name' is");

        write("a.yaml", rule("one"));
        assertThat(names()).containsExactly("one", "two");
        assertThat(faults()).isEmpty();
    }

    @Test
    void namesAreUniqueOnAHost() throws IOException {
        write("a.yaml", rule("one"));
        write("b.yaml", rule("two") + rule("one"));
        write("c.yaml", rule("mkdir_missing_parent"));
        write("d.yaml", rule("host_key_changed"));
        assertThat(names()).containsExactly("one");
        assertThat(faults())
                .containsExactly(
                        "b.yaml:2:3: There is a rule one already, in a.yaml:1; choose another name.",
                        "c.yaml:1:3: There is a rule mkdir_missing_parent already, built in; choose another name.",
                        "d.yaml:1:3: There is a rule host_key_changed already, built in; choose another name.");
    }

    @Test
    void whatOthersMayWriteIsNotBelieved() throws IOException {
        Path file = write("a.yaml", rule("one"));
        write("b.yaml", rule("two"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(names()).containsExactly("two");
        assertThat(faults())
                .containsExactly("a.yaml:1:1: Others than its owner may write to it; forbid that with 'chmod go-w'.");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(names()).as("modes are looked at, too").containsExactly("one", "two");

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(names()).isEmpty();
        assertThat(rules.get().faults()).singleElement().asString().startsWith(folder + ":1:1: Others than");
    }

    @Test
    void aLinkOrAnotherUsersFileIsNotBelieved() throws IOException {
        Path real = write("real", rule("one"));
        Files.createSymbolicLink(folder.resolve("a.yaml"), real);
        assertThat(names()).isEmpty();
        assertThat(faults()).singleElement().asString().startsWith("a.yaml:1:1: This is a symbolic link");

        Path foreign = write("b.yaml", rule("two"));
        if (Files.getOwner(foreign).getName().equals("root")) {
            Files.setOwner(
                    foreign,
                    foreign.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            assertThat(names()).isEmpty();
            assertThat(faults()).contains("b.yaml:1:1: It belongs to nobody; give it to root with 'chown root'.");
        }
    }

    @Test
    void thereIsAnEndToFilesAndRules() throws IOException {
        for (int i = 100; i <= 202; i++) {
            write("f" + i + ".yaml", rule("r" + i));
        }
        assertThat(names()).hasSize(100);
        assertThat(faults()).singleElement().asString().startsWith("f200.yaml:1:1: There are 100 files before");

        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 950; i++) {
            many.append(rule("m" + i));
        }
        write("a.yaml", many.toString());
        assertThat(names()).hasSize(950 + 50);
        assertThat(faults())
                .anyMatch(fault -> fault.startsWith(
                        "f150.yaml:1:1: With this file there are more than 1000 rules and effect rows"));
    }
}
