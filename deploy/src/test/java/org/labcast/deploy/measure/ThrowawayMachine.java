package org.labcast.deploy.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.ThisMachine;

/**
 * A plain Debian of its own, booted with systemd, in a network that leads nowhere else than to a broker, with Labcast at {@code /opt/labcast}; it is gone when
 * closed. Commands run as on the machines of a lab: without a terminal, with nothing on their input and a clean environment.
 */
final class ThrowawayMachine implements AutoCloseable {
    /** What a killed run leaves behind is found by this label; its value is the run. */
    static final String LABEL = "org.labcast.measure";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECONDS = "60";
    /** On a busy machine a Java program takes its time. */
    private static final String CONNECTING_SECONDS = "150";

    private static final String OUTPUTS = "/var/lib/measure";
    private static final String BOOT =
            "until systemctl is-system-running --wait 2>/dev/null | grep -qE 'running|degraded';"
                    + " do sleep 0.05; done; install -d -m 1777 " + OUTPUTS
                    // Nobody answers for names here; to ask nobody is the quickest way to learn that.
                    + "; : >/etc/resolv.conf";
    private static final String AGENT = "/var/lib/measured-agent";
    private static final String TIMED = "TIMEFORMAT='cpu %U %S'; time ";

    private final String container;

    private ThrowawayMachine(String container) {
        this.container = container;
    }

    /**
     * @param labcast the folder that is {@code /opt/labcast} there
     * @param run the label's value
     * @param network that it is in; {@code none} for none
     */
    static ThrowawayMachine boot(String image, Path labcast, String run, String network) {
        ProgramResult started = docker(
                List.of(("run --detach --rm --hostname lab-01 --add-host lab-01:127.0.1.1 --cap-add SYS_ADMIN"
                                + " --tmpfs /run --tmpfs /run/lock --volume /sys/fs/cgroup:/sys/fs/cgroup:ro"
                                + " --cgroupns=host --stop-signal SIGRTMIN+3")
                        .split(" ")),
                "--network",
                network,
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

    /** Starts an agent there as the user, and returns when it is connected. */
    void join(Login login, Path invitation, String host) {
        must(docker(List.of("cp", "--quiet", invitation.toString(), container + ":/var/lib/invitation.json")));
        administer("install -d -m 0700 -o %1$s -g %1$s %2$s; chown %1$s: /var/lib/invitation.json"
                .formatted(login.user(), AGENT));
        String run =
                "exec /opt/labcast/bin/lab-agent run --join /var/lib/invitation.json --config %1$s/config --state %1$s/state >%1$s/log 2>&1"
                        .formatted(AGENT);
        must(login(List.of("--detach"), login, "sh", "-c", run));
        ProgramResult ready = exec(
                List.of(),
                "timeout",
                CONNECTING_SECONDS,
                "bash",
                "-c",
                "until grep -q '^ready %s ' %s/log 2>/dev/null; do sleep 0.05; done".formatted(host, AGENT));
        if (ready.exit() != 0) {
            throw new IllegalStateException("the agent did not connect: "
                    + exec(List.of(), "cat", AGENT + "/log").out());
        }
    }

    /** What thefuck would run instead, with the line {@code cpu USER SYSTEM} in its errors; nothing where it is not installed. */
    Optional<ProgramResult> thefuck(Login login, String command) {
        ProgramResult result = login(
                login,
                "bash",
                "-c",
                "command -v thefuck >/dev/null || exit 127; " + TIMED
                        + "PYTHONWARNINGS=ignore TF_SHELL=bash THEFUCK_REQUIRE_CONFIRMATION=false timeout 30 thefuck \"$1\" </dev/null",
                "measure",
                command);
        return result.exit() == 127 ? Optional.empty() : Optional.of(result);
    }

    /** Asks a fresh process for corrections of a command whose exit code and named outputs are known; its cpu is in its errors. */
    ProgramResult correct(Login login, String command, int exit, String outputs) {
        return login(
                login,
                "bash",
                "-c",
                TIMED + "/opt/labcast/bin/lab-agent correct --json --exit \"$1\" --output \"$2\" -- \"$3\"",
                "measure",
                Integer.toString(Math.max(1, exit)),
                OUTPUTS + "/" + outputs,
                command);
    }

    /** The same question so many times in one process. */
    ProgramResult correctOften(Login login, String command, PushedJob.Tried failed, int times) {
        String question = question(command, failed);
        write("questions", (question + "\n").repeat(times));
        return login(
                login,
                "bash",
                "-c",
                TIMED + "/opt/labcast/bin/lab-agent correct --jsonl <" + OUTPUTS + "/questions >/dev/null");
    }

    private static String question(String command, PushedJob.Tried failed) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "id", 1, "command", command, "exitCode", Math.max(1, failed.exit()), "output", failed.output()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file beside the outputs of commands. */
    void write(String name, String content) {
        try {
            Path file = Files.createTempFile("labcast-measure", "");
            try {
                Files.writeString(file, content);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                must(docker(List.of("cp", "--quiet", file.toString(), container + ":" + OUTPUTS + "/" + name)));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void must(ProgramResult result) {
        if (result.exit() != 0) {
            throw new IllegalStateException("Docker: " + result.err().strip());
        }
    }

    private ProgramResult login(Login login, String... command) {
        return login(List.of(), login, command);
    }

    private ProgramResult login(List<String> options, Login login, String... command) {
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        login.environment().forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(List.of(command));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--user", login.user(), "--workdir", login.folder()));
        return exec(all, words.toArray(String[]::new));
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
