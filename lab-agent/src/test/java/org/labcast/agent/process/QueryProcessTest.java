package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.process.QueryProcess.Answer;

class QueryProcessTest {
    private static final String SELF = new Accounts().own().name();

    @TempDir
    Path folder;

    @Test
    void saysWhatWasPrintedAndHowItEnded() {
        assertThat(ask("echo", "$HOME")).contains(new Answer(0, "$HOME\n"));
        assertThat(ask("sh", "-c", "pwd; cat; echo bad >&2; exit 3")).contains(new Answer(3, folder + "\nbad\n"));
        assertThat(ask("no-such-command-anywhere").map(Answer::exit)).contains(127);
    }

    @Test
    void theEnvironmentIsPlain() {
        assertThat(ask("env").map(Answer::text).orElse("").lines())
                .allMatch(line -> line.matches("(PATH|HOME|LANG|TERM|PAGER|DEBIAN_FRONTEND|npm_config_\\w+)=.*"));
    }

    @Test
    void moreThanIsWantedIsNotRead() {
        assertThat(process(SELF, Duration.ofSeconds(30)).ask(List.of("yes"), folder, false, 9))
                .contains(new Answer(0, "y\ny\ny\ny\n"));
    }

    @Test
    void oneThatHangsIsEndedWithAllOfItsGroup() {
        Path pid = folder.resolve("pid");
        List<String> hangs = List.of("sh", "-c", "sh -c 'echo $$ >pid.new; mv pid.new pid; exec sleep 60' & wait");

        assertThat(process(SELF, Duration.ofSeconds(2)).ask(hangs, folder, false, 100))
                .isEmpty();

        await().until(() -> !Files.exists(pid)
                || !Files.exists(Path.of("/proc", Files.readString(pid).strip(), "exe")));
    }

    @Test
    void nobodyIsAskedInTheNameOfAUserWhoDoesNotExist() {
        assertThat(process("nosuchuser", Duration.ofSeconds(5)).ask(List.of("echo"), folder, false, 9))
                .isEmpty();
    }

    private Optional<Answer> ask(String... command) {
        return process(SELF, Duration.ofSeconds(30)).ask(List.of(command), folder, true, 1000);
    }

    private static QueryProcess process(String user, Duration patience) {
        return new QueryProcess(user, SearchPath.VALUE, patience);
    }
}
