package org.labcast.deploy.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.ThisMachine;

/**
 * A plain Debian of its own, booted with systemd, without a network, with Labcast at {@code /opt/labcast}; it is gone when
 * closed. Commands run as on the machines of a lab: without a terminal, with nothing on their input and a clean environment.
 */
final class ThrowawayMachine implements AutoCloseable {
    /** What a killed run leaves behind is found by this label; its value is the run. */
    static final String LABEL = "org.labcast.measure";

    private static final String SECONDS = "60";
    private static final String OUTPUTS = "/run/measure";
    private static final String BOOT =
            "until systemctl is-system-running --wait 2>/dev/null | grep -qE 'running|degraded';"
                    + " do sleep 0.05; done; install -d -m 1777 " + OUTPUTS;

    private final String container;

    private ThrowawayMachine(String container) {
        this.container = container;
    }

    /**
     * @param labcast the folder that is {@code /opt/labcast} there
     * @param run the label's value
     */
    static ThrowawayMachine boot(String image, Path labcast, String run) {
        ProgramResult started = docker(
                List.of(
                        ("run --detach --rm --network none --hostname lab-01 --add-host lab-01:127.0.1.1 --cap-add SYS_ADMIN"
                                        + " --tmpfs /run --tmpfs /run/lock --volume /sys/fs/cgroup:/sys/fs/cgroup:ro"
                                        + " --cgroupns=host --stop-signal SIGRTMIN+3")
                                .split(" ")),
                "--label",
                LABEL + "=" + run,
                "--volume",
                labcast + ":/opt/labcast:ro",
                image,
                "/sbin/init");
        if (started.exit() != 0) {
            throw new IllegalStateException(
                    "Docker cannot start a machine: " + started.err().strip());
        }
        ThrowawayMachine machine = new ThrowawayMachine(started.out().strip());
        try {
            machine.administer(BOOT);
            return machine;
        } catch (RuntimeException e) {
            machine.close();
            throw e;
        }
    }

    /** Runs shell text as root. */
    void administer(String script) {
        ProgramResult result = exec(List.of(), "timeout", SECONDS, "bash", "-ec", script);
        if (result.exit() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(script, result.exit(), (result.out() + result.err()).strip()));
        }
    }

    /**
     * Runs a command, both of whose outputs go to a file there.
     *
     * @param outputs the file's name
     */
    ProgramResult run(Login login, String command, String outputs) {
        return login(
                login,
                "bash",
                "-c",
                "\"${@:3}\" >\"$1/$2\" 2>&1; status=$?; cat \"$1/$2\"; exit $status",
                "measure",
                OUTPUTS,
                outputs,
                "timeout",
                SECONDS,
                "/usr/bin/sh",
                "-c",
                command);
    }

    /** Runs shell text that finds the named outputs in {@code $OUT}. */
    ProgramResult check(Login login, String check, String outputs) {
        return login(login, "timeout", SECONDS, "env", "OUT=" + OUTPUTS + "/" + outputs, "bash", "-c", check);
    }

    /** Asks the agent for corrections of a command whose exit code and named outputs are known. */
    ProgramResult correct(Login login, String command, int exit, String outputs) {
        return login(
                login,
                "timeout",
                SECONDS,
                "/opt/labcast/bin/lab-agent",
                "correct",
                "--json",
                "--exit",
                Integer.toString(exit),
                "--output",
                OUTPUTS + "/" + outputs,
                "--",
                command);
    }

    private ProgramResult login(Login login, String... command) {
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        login.environment().forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(command));
        return exec(List.of("--user", login.user(), "--workdir", login.folder()), words.toArray(String[]::new));
    }

    private ProgramResult exec(List<String> options, String... command) {
        List<String> words = new ArrayList<>(List.of("exec"));
        words.addAll(options);
        words.add(container);
        return docker(words, command);
    }

    private static ProgramResult docker(List<String> words, String... more) {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(words);
        all.addAll(List.of(more));
        return ThisMachine.run(Map.of(), all.toArray(String[]::new));
    }

    @Override
    public void close() {
        docker(List.of("rm", "--force", "--volumes", container));
    }
}
