package org.labcast.deploy;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * A program that a {@link Machine} runs in the background.
 *
 * @param log path of its outputs on the machine; a program of the same name started later goes on in it
 * @param from where in the log its own outputs begin, in bytes
 * @param pid its process id there, also that of its session and process group
 */
record Program(Machine machine, String log, long from, int pid) {
    boolean running() {
        return machine.run("kill", "-0", String.valueOf(pid)).exit() == 0;
    }

    /** Kills only this process, as the out-of-memory killer does, and returns once it is gone. */
    void kill9() {
        signal("KILL");
    }

    /** Asks it to end, as systemd does, and returns once it is gone. */
    void terminate() {
        signal("TERM");
    }

    private void signal(String signal) {
        machine.ask("kill", "-" + signal, String.valueOf(pid));
        await().atMost(Duration.ofSeconds(20)).until(() -> !running());
    }

    String output() {
        return machine.ask("tail", "-c", "+" + (from + 1), log);
    }

    /** Waits until its output contains the text; fails with the whole output when it ends or the time is over before. */
    void awaitOutput(String text, Duration atMost) {
        await().pollInterval(Duration.ofMillis(100)).atMost(atMost).until(() -> {
            String output = output();
            if (!output.contains(text) && !running()) {
                throw new AssertionError(machine.name() + " ended before it wrote '" + text + "':\n" + output());
            }
            return output.contains(text);
        });
    }
}
