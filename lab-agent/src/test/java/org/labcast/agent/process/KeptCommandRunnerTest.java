package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Spool;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;

/** What the next life of an agent learns of a command; {@code KilledAgentTest} has agents that are killed. */
class KeptCommandRunnerTest {
    @TempDir
    Path folder;

    private final OrderId job = OrderId.random();
    private final Cancellation cancellation = new Cancellation();

    private KeptCommandRunner runner(String boot) {
        RunnerLimits limits =
                new RunnerLimits(Duration.ofMillis(300), Duration.ofMillis(200), 32 << 10, 32 << 10, 1 << 20, 0);
        Clock clock = Clock.fixed(TestHost.NOW, ZoneOffset.UTC);
        return new KeptCommandRunner(new HostName("lab-1"), spool(), limits, () -> boot, clock);
    }

    private Spool spool() {
        return new Spool(folder.resolve("spool"));
    }

    private Command command(int attempt, String text) {
        return new Command(job, 0, attempt, text, TestHost.PLAIN);
    }

    private Optional<CommandResult> resume(String boot, Command command) {
        return runner(boot).resume(command, TestHost.NOW, cancellation);
    }

    @AfterEach
    void removeWhatIsKept() {
        runner("one").keepOnly(Set.of());
    }

    @Test
    void runsAsOthersDo() {
        CommandResult result = runner("one").run(command(0, "echo good; echo bad >&2; kill -9 $$"), cancellation);

        assertThat(result.ending()).isEqualTo(new Ending.Signalled(9));
        assertThat(result.out()).extracting(Output::head).isEqualTo(Bytes.utf8("good\n"));
        assertThat(result.err()).extracting(Output::head).isEqualTo(Bytes.utf8("bad\n"));
    }

    @Test
    void endsWhatTakesTooLong() {
        Command slow = new Command(job, 0, 0, "echo begun; sleep 60", TestHost.timeout(Duration.ofSeconds(1)));

        CommandResult result = runner("one").run(slow, cancellation);

        assertThat(result.ending()).isEqualTo(new Ending.TimedOut(Duration.ofSeconds(1)));
        assertThat(result.out().head()).isEqualTo(Bytes.utf8("begun\n"));
    }

    /** The agent may be killed between the end of a command and its record of it, with a full disk for long. */
    @Test
    void howACommandEndedIsKnownUntilItsJobIsOver() {
        Command command = command(0, "echo said; exit 3");
        runner("one").run(command, cancellation);

        CommandResult found = resume("one", command).orElseThrow();
        assertThat(found.ending()).isEqualTo(new Ending.Exited(3));
        assertThat(found.out().head()).isEqualTo(Bytes.utf8("said\n"));
        assertThat(resume("one", command(1, "echo said"))).as("another attempt").isEmpty();
        assertThat(resume("two", command))
                .as("after another start of the machine")
                .isEmpty();

        runner("one").keepOnly(Set.of());
        assertThat(resume("one", command)).isEmpty();
    }

    @Test
    void whatWasOnlyMeantToStartIsStartedAndNeverTwice() throws IOException {
        Path ran = folder.resolve("ran");
        Command command = command(0, "echo once >> " + ran);
        KeptRun meant = KeptRun.create(folder, false);
        Files.createDirectories(spool().note(job).getParent());
        new KeptNote("one", 0, 0, ProcessEntry.now(), meant).write(spool().note(job));

        assertThat(resume("one", command).orElseThrow().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(resume("one", command).orElseThrow().ending()).isEqualTo(new Ending.Exited(0));
        assertThat(Files.readAllLines(ran)).containsExactly("once");
        assertThat(meant.path()).doesNotExist();
    }
}
