package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageWordsTest {
    private static List<String> of(String printed) {
        return UsageWords.of(printed.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage: lab [start|stop|status]",
                "usage: lab [-h] {start,stop,status} ...",
                "       where OBJECT := { start | stop |\n                status }",
                "invalid choice: 'x' (choose from 'start', 'stop', 'status')",
                "invalid choice: 'x' (choose from start, stop, status)",
                "Candidates are: 'start', 'stop', 'status'.",
                "Commands:\n  start    Start it\n  stop     Stop it\n           and what hangs on it\n  status*  Show\n\nOptions:\n  --help   Help",
                "COMMANDS\n  start:  Start it\n  stop:   Stop it\n  status: Show\n",
                "Available tasks\n   start  Start it\n    stop  Stop it, then look whether\n          it has stopped\n  status  Show it\n\nTasks run in the order",
                "List of Main Commands:\n\nstart   Start it\nstop    Stop it\nstatus  Show\n\nGeneral options:\n",
                "Run tasks\n---------\nstart - Starts it.\nstop\nstatus - Shows.\n\nRules\n-----\nPattern: clean<TaskName>: Cleans.",
                "  Commands:\n    - start\n    - stop\n    - status\n\n  Run `lab help COMMAND`",
                "where <command> is one of:\n    start, stop,\n    status\n\nlab <cmd> -h  help",
                "usage: lab start <host>\n   or: lab stop [-f]\n   or: lab status",
                "start\nstop\n--version\nstatus\n"
            })
    void listsOfAllKinds(String printed) {
        assertThat(of(printed)).containsExactly("start", "stop", "status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "error: no such file", "Commands:\n  $(reboot)\n  ; rm\n", "one of: "})
    void otherTextListsNothing(String printed) {
        assertThat(of(printed)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aFloodIsReadOnlySoFar() {
        List<String> flood =
                Collections.nCopies(1_000_000, "Commands: {a" + "|a".repeat(300) + " one of: 'b', ".repeat(50));
        assertThat(UsageWords.of(flood)).containsExactly("a");
        assertThatCode(() -> of("[" + "a|".repeat(100_000))).doesNotThrowAnyException();
    }
}
