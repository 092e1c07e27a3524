package org.labcast.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        assertThat(read("{\"id\":7,\"command\":\"sl\",\"as\":\"root (at home)\",\"expected\":[\"ls\"],\"more\":1}\n\n"))
                .containsExactly(new Mistake("7", "", "sl", "root", "~", "", List.of("ls"), "true"));
    }

    @Test
    void saysWhichLineIsWrong() {
        assertThatThrownBy(() -> read("{\"id\":1,\"command\":\"a\"}\n{\"id\":2"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cases.jsonl:2: ");
        assertThatThrownBy(() -> read("{\"id\":1}"))
                .hasMessageContaining("cases.jsonl:1: ")
                .hasMessageContaining("case 1 has no command");
    }

    @Test
    void refusesAnIdTwice() {
        assertThatThrownBy(() -> read("{\"id\":1,\"command\":\"a\"}\n{\"id\":1,\"command\":\"b\"}"))
                .hasMessageContaining("cases.jsonl:2: the id '1' is taken.");
    }

    @Test
    void theProjectsOwnCasesAreWhole() throws Exception {
        List<Mistake> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("corrections"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                all.addAll(CaseFile.read(file));
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(60).extracting(Mistake::id).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(mistake -> {
            assertThat(mistake.setup()).isNotEmpty();
            assertThat(mistake.forAPerson()).isEqualTo(mistake.check().equals("true"));
        });
    }

    private List<Mistake> read(String text) throws IOException {
        return CaseFile.read(Files.writeString(folder.resolve("cases.jsonl"), text));
    }
}
