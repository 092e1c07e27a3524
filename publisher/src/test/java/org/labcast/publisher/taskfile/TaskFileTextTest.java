package org.labcast.publisher.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskFileTextTest {
    private static List<String> shown(String text) {
        String shown = TaskFileText.of(TaskFile.parse("t", "t", text.getBytes(StandardCharsets.UTF_8)));
        return shown.lines().skip(1).toList();
    }

    @Test
    void saysOptionsOfTheWholeFileOnce() {
        assertThat(shown("#@ timeout=20m on-failure=stop user=ann\n\nid\ndate\n"))
                .containsExactly("  all: #@ timeout=1200s on-failure=stop user=ann", "  1  id", "  2  date");
    }

    @Test
    void saysWhatIsOtherwiseForOneCommand() {
        assertThat(shown("#@ timeout=20m\n\nid\n#@ timeout=10m retries=2\ndate\nwho\n"))
                .containsExactly(
                        "  all: #@ timeout=1200s",
                        "  1  id",
                        "  2  date",
                        "     #@ timeout=600s retries=2",
                        "  3  who");
    }

    @Test
    void leavesAtTheCommandWhatNoCommandCanBeWithout() {
        assertThat(shown("#@ user=ann idempotent\nid\n#@ user=ann\ndate\nwho\n"))
                .containsExactly("  1  id", "     #@ user=ann idempotent", "  2  date", "     #@ user=ann", "  3  who");
    }

    @Test
    void saysTheOptionsOfASingleCommandBelowIt() {
        assertThat(shown("#@ timeout=90s\nid\n")).containsExactly("  1  id", "     #@ timeout=90s");
    }
}
