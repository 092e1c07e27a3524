package org.labcast.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;

/** Processes as a killed agent leaves them; each writes its number to a file of its name. */
class OrphanReaperTest {
    private static final HostName HOST = new HostName("lab-1");
    private static final HostName OTHER_HOST = new HostName("lab-2");
    private static final String SLEEPER = "echo $$ >pid; exec sleep 60";

    @TempDir
    Path folder;

    private final OrderId job = OrderId.random();
    private final OrphanReaper orphans = new OrphanReaper(HOST, Duration.ofMillis(300), Optional.empty());
    private final List<Process> started = new ArrayList<>();
    private final List<ProcessHandle> seen = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
        seen.forEach(ProcessHandle::destroyForcibly);
    }

    private ProcessHandle start(HostName host, OrderId of, int task, String text) throws IOException {
        return start(ProcessTag.of(host, new Command(of, task, 0, text, TestHost.PLAIN)), text);
    }

    /** Starts something in a session of its own and returns when its process has said its number. */
    private ProcessHandle start(ProcessTag tag, String text) throws IOException {
        Path own = Files.createTempDirectory(folder, "command");
        ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", text).directory(own.toFile());
        builder.environment().putAll(tag.variables());
        started.add(builder.start());
        Path file = own.resolve("pid");
        await().until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
        seen.add(process);
        return process;
    }

    private static boolean lives(ProcessHandle process) {
        return ProcessEntry.of(process.pid()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SLEEPER,
                "trap '' TERM; echo $$ >pid; while :; do sleep 1; done",
                "setsid sh -c 'echo $$ >pid; exec sleep 60' &",
                "env -i sh -c 'echo $$ >pid; exec sleep 60'; true",
                "env -i setsid sh -c 'echo $$ >pid; exec sleep 60'; true",
                "(env -i sh -c 'echo $$ >pid; exec sleep 60' &); exec sleep 60",
            })
    void endsWhatTheTaskHasLeft(String text) throws IOException {
        ProcessHandle process = start(HOST, job, 2, text);

        assertThat(orphans.end(job, 2)).isTrue();

        assertThat(lives(process)).isFalse();
    }

    @Test
    void sparesOtherTasksOtherJobsAndOtherHosts() throws IOException {
        List<ProcessHandle> strangers = List.of(
                start(HOST, job, 1, SLEEPER),
                start(HOST, job, 12, SLEEPER),
                start(HOST, OrderId.random(), 2, SLEEPER),
                start(OTHER_HOST, job, 2, SLEEPER));

        assertThat(orphans.end(job, 2)).isTrue();

        assertThat(strangers).allMatch(OrphanReaperTest::lives);
    }

    @Test
    void aProcessThatOnlySpeaksOfTheMarksIsAStranger() throws IOException {
        String lines = String.join(" ", ProcessTag.of(HOST, job, 2).lines());
        ProcessHandle speaker = start(OTHER_HOST, job, 2, "echo $$ >pid; exec sh -c 'sleep 60; : " + lines + "'");

        assertThat(orphans.end(job, 2)).isTrue();

        assertThat(lives(speaker)).isTrue();
    }

    @Test
    void endsTheCallsOfThisAgentAndNothingElse() throws IOException {
        CallTags marks = new CallTags(HOST, "this" + job.value());
        ProgramStart program = new ProgramStart("call1", "tool", List.of("/bin/sh"), "");
        ProcessHandle ours = start(marks.of(program), "env -i setsid sh -c 'echo $$ >pid; exec sleep 60'; true");
        List<ProcessHandle> strangers = List.of(
                start(new CallTags(HOST, "other" + job.value()).of(program), SLEEPER), start(HOST, job, 2, SLEEPER));

        assertThat(orphans.endCalls(marks)).isTrue();

        assertThat(lives(ours)).isFalse();
        assertThat(strangers).allMatch(OrphanReaperTest::lives);
    }
}
