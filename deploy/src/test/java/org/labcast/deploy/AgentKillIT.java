package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent is killed outright at every point of a command's life: no effect is there twice, and none is passed over in silence. */
@NeedsLab
@ExtendWith(InRunningLab.class)
class AgentKillIT {
    /** For the whole file: each command has a shell of its own. */
    private static final String APART = "#@ state=off\n";

    private final Administrator administrator;
    private final AgentHost host;

    AgentKillIT(RunningLab lab) {
        this.administrator = lab.administrator();
        this.host = lab.host("lab-01");
    }

    @Test
    void beforeTheCommandStarts() {
        String running =
                post("before-1", Tasks.file(Tasks.write("begun", "before-1") + "; " + Tasks.waitFor("before.go")));
        host.awaitEffect("before-1", "begun\n");
        String waiting = post("before-2", Tasks.file(Tasks.write("ran", "before-2")));
        host.awaitAccepted(waiting);
        killAndStart();
        host.release("before.go");
        assertThat(administrator.watch(waiting).exit()).isZero();
        assertThat(administrator.watch(running).tasks("lab-01")).containsExactly("SUCCEEDED");
        assertThat(host.effect("before-1")).isEqualTo("begun\n");
        assertThat(host.effect("before-2")).isEqualTo("ran\n");
    }

    /** A job's shell goes on without the agent, and the next one waits for its command. */
    @Test
    void whileTheCommandRuns() {
        String job = post(
                "while",
                Tasks.file(
                        Tasks.write("begun", "while") + "; " + Tasks.waitFor("while.go") + "; x=kept",
                        Tasks.write("$x", "while")));
        host.awaitEffect("while", "begun\n");
        killAndStart();
        host.release("while.go");
        assertSucceededOnce(job, "while", "begun\nkept\n");
    }

    @Test
    void whileACommandOfItsOwnRuns() {
        String job = post(
                "apart",
                Tasks.file(
                        APART,
                        Tasks.write("begun", "apart") + "; " + Tasks.waitFor("apart.go"),
                        Tasks.write("next", "apart")));
        host.awaitEffect("apart", "begun\n");
        killAndStart();
        host.release("apart.go");
        assertSucceededOnce(job, "apart", "begun\nnext\n");
    }

    /** What ran went with the power, and nobody can know how far it came. */
    @Test
    void whenThePowerGoesInAFileThatStopsThen() {
        String job = post(
                "stop",
                Tasks.file(
                        APART,
                        "#@ on-failure=stop",
                        Tasks.write("begun", "stop") + "; " + Tasks.waitFor("stop.go"),
                        Tasks.write("next", "stop")));
        host.awaitEffect("stop", "begun\n");
        host.machine().cutPower();
        host.machine().powerOn();
        host.start();
        assertThat(administrator.watch(job)).satisfies(report -> {
            assertThat(report.exit()).isEqualTo(2);
            assertThat(report.state("lab-01")).isEqualTo("STOPPED");
            assertThat(report.tasks("lab-01")).startsWith("INTERRUPTED").doesNotContain("SUCCEEDED");
        });
        assertThat(host.effect("stop")).isEqualTo("begun\n");
        host.release("stop.go");
    }

    @Test
    void afterTheEffectAndBeforeTheEndIsRecorded() {
        String job =
                post("after", Tasks.file(Tasks.write("done", "after") + "; " + freeze(), Tasks.write("next", "after")));
        awaitFrozenAfter("after");
        killAndStart();
        assertSucceededOnce(job, "after", "done\nnext\n");
    }

    @Test
    void afterTheEffectOfACommandOfItsOwnAndBeforeTheEndIsRecorded() {
        String job = post(
                "effect",
                Tasks.file(APART, Tasks.write("done", "effect") + "; " + freeze(), Tasks.write("next", "effect")));
        awaitFrozenAfter("effect");
        killAndStart();
        assertSucceededOnce(job, "effect", "done\nnext\n");
    }

    @Test
    void anIdempotentCommandWhoseEndIsKnownDoesNotRunAgain() {
        String once = "[ -e /tmp/frozen ] || { touch /tmp/frozen; " + freeze() + "; }";
        String job = post("again", Tasks.file(APART, "#@ idempotent", Tasks.write("done", "again") + "; " + once));
        awaitFrozenAfter("again");
        killAndStart();
        Report report = administrator.watch(job);
        assertThat(report.exit()).as("%s", report).isZero();
        assertThat(report.tasks("lab-01")).containsExactly("SUCCEEDED");
        assertThat(host.effect("again")).isEqualTo("done\n");
    }

    @Test
    void beforeTheResultIsSent() {
        String job = post(
                "unsent",
                Tasks.file(Tasks.write("begun", "unsent"), Tasks.waitFor("unsent.go"), Tasks.write("ended", "unsent")));
        host.awaitEffect("unsent", "begun\n");
        host.machine().cutNetwork();
        try {
            host.release("unsent.go");
            host.awaitEffect("unsent", "begun\nended\n");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> host.machine().ask("lab-agent", "status").contains("to do      nothing"));
            host.agent().kill9();
        } finally {
            host.machine().restoreNetwork();
        }
        host.start();
        Report report = administrator.watch(job);
        assertThat(report.exit()).as("%s", report).isZero();
        assertThat(report.tasks("lab-01")).containsExactly("SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
        assertThat(host.effect("unsent")).isEqualTo("begun\nended\n");
    }

    private String post(String name, String tasks) {
        return administrator.post(name, tasks, "--host", "lab-01");
    }

    /** Stops the agent between two instructions, from within the command, so that it cannot notice the command's end. */
    private String freeze() {
        return "kill -STOP " + host.agent().pid();
    }

    private void awaitFrozenAfter(String effect) {
        host.awaitEffect(effect, "done\n");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> host.machine()
                        .ask(
                                "ps",
                                "-o",
                                "stat=",
                                "-p",
                                String.valueOf(host.agent().pid()))
                        .startsWith("T"));
    }

    private void killAndStart() {
        host.agent().kill9();
        host.start();
    }

    private void assertSucceededOnce(String job, String effect, String content) {
        Report report = administrator.watch(job);
        assertThat(report.exit()).as("%s", report).isZero();
        assertThat(report.tasks("lab-01")).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(host.effect(effect)).isEqualTo(content);
    }
}
