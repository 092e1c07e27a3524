package org.labcast.publisher.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileEdit;

class UnifiedDiffTest {
    private static String diff(String text, Map<Integer, String> commands) {
        TreeMap<Integer, TaskFileEdit.Replacement> replacements = new TreeMap<>();
        TaskFile.parse("t.txt", "t.txt", Bytes.utf8(text).toArray()).tasks().stream()
                .filter(task -> commands.containsKey(task.line()))
                .forEach(task -> replacements.put(
                        task.line(), new TaskFileEdit.Replacement(task.command(), commands.get(task.line()))));
        TaskFileEdit edit = TaskFileEdit.of(Bytes.utf8(text), replacements);
        return UnifiedDiff.render("t.txt", "t.fixed.txt", edit, new Ansi(false));
    }

    @Test
    void changesFarApartAreTwoHunks() {
        assertThat(diff("sl\n2\n3\n4\n5\n6\n7\n8\n9\nsl -l\n", Map.of(1, "ls", 10, "ls -l")))
                .isEqualTo("""
                --- t.txt
                +++ t.fixed.txt
                @@ -1,4 +1,4 @@
                -sl
                +ls
                 2
                 3
                 4
                @@ -7,4 +7,4 @@
                 7
                 8
                 9
                -sl -l
                +ls -l
                """);
    }

    @Test
    void aContinuedCommandKeepsItsLinesWhereItCan() {
        assertThat(diff("apt-get instal \\\n  vim \\\n  git\n", Map.of(1, "apt-get install \\\n  vim \\\n  git")))
                .endsWith("""
                        @@ -1,3 +1,3 @@
                        -apt-get instal \\
                        +apt-get install \\
                           vim \\
                           git
                        """);
    }

    @Test
    void linesThatFallAwayAreCountedInWhatFollows() {
        assertThat(diff("echo a \\\n b\n2\n3\n4\n5\n6\n7\n8\nsl\n", Map.of(1, "date", 10, "ls")))
                .contains("@@ -1,5 +1,4 @@\n-echo a \\\n- b\n+date\n 2\n")
                .contains("@@ -7,4 +6,4 @@\n");
    }

    @Test
    void neighboursAreOneHunk() {
        assertThat(diff("sl\n2\nsl\n", Map.of(1, "ls", 3, "ls"))).containsOnlyOnce("@@ -1,3 +1,3 @@");
    }
}
