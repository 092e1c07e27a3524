package org.labcast.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;

/** An administrator on the test machine: the real {@code publisher}, with a home of its own. */
final class Administrator {
    static final PublisherName NAME = new PublisherName("admin");
    private static final String PROGRAM = Lab.LABCAST.here() + "/bin/publisher";

    private final Path home;
    private final String brokerUrl;

    private Administrator(Path home, String brokerUrl) {
        this.home = home;
        this.brokerUrl = brokerUrl;
    }

    /** A new one, with a key of its own; {@code home} does not exist yet. */
    static Administrator of(Path home, int brokerPort) {
        Administrator administrator = new Administrator(home, "tcp://127.0.0.1:" + brokerPort);
        administrator.must("init", "--realm", "e2e", "--name", NAME.value(), "--broker", administrator.brokerUrl);
        return administrator;
    }

    /** The same person at another desk, with a copy of the home as it is now. */
    Administrator copy(Path otherHome) {
        ProgramResult copied = ThisMachine.run(Map.of(), "cp", "-a", home.toString(), otherHome.toString());
        if (copied.exit() != 0) {
            throw new AssertionError(copied);
        }
        return new Administrator(otherHome, brokerUrl);
    }

    Path home() {
        return home;
    }

    String brokerUrl() {
        return brokerUrl;
    }

    Secret password() {
        return new Secret(read(home.resolve("password")).strip());
    }

    void invite(List<String> hosts, String group) {
        List<String> words = new ArrayList<>(List.of("invite", "--group", group));
        words.addAll(hosts);
        must(words.toArray(String[]::new));
    }

    /** The invitation as it is brought to the host, which reaches the broker under another name than we do here. */
    String invitation(String host, String brokerUrlThere) {
        return read(home.resolve("invitations").resolve(host + ".json")).replace(brokerUrl, brokerUrlThere);
    }

    /** Runs the publisher. */
    ProgramResult run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(PROGRAM));
        words.addAll(Arrays.asList(arguments));
        return ThisMachine.run(Map.of("LABCAST_HOME", home.toString()), words.toArray(String[]::new));
    }

    String must(String... arguments) {
        ProgramResult result = run(arguments);
        if (result.exit() != 0) {
            throw new AssertionError("publisher " + List.of(arguments) + " ended with " + result);
        }
        return result.out();
    }

    /** Starts the publisher; nobody reads what it says but the test. */
    Process start(String... arguments) {
        List<String> words = new ArrayList<>(List.of(PROGRAM));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LABCAST_HOME", home.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pushes a task file of this name and waits for the hosts as the publisher does by itself. */
    ProgramResult push(String name, String tasks, String... options) {
        return withFile(name, tasks, List.of("push"), options);
    }

    /** The same with a description of services. */
    ProgramResult install(String name, String description, String... options) {
        return withFile(name, description, List.of("services", "install"), options);
    }

    private ProgramResult withFile(String name, String content, List<String> command, String... options) {
        Path file = home.resolve(name);
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(file.toString(), "--instant"));
        words.addAll(Arrays.asList(options));
        return run(words.toArray(String[]::new));
    }

    /** Pushes, does not wait, and returns the job's id. */
    String post(String name, String tasks, String... options) {
        List<String> words = new ArrayList<>(List.of("--wait", "0s", "--json"));
        words.addAll(Arrays.asList(options));
        return Report.of(push(name, tasks, words.toArray(String[]::new))).job();
    }

    /** What is known of a job now. */
    Report report(String job) {
        return Report.of(run("report", job, "--json"));
    }

    /** What became of a job when every host has said its last word. */
    Report watch(String job) {
        return Report.of(run("watch", job, "--wait", "100s", "--json"));
    }

    /** The jobs that some host has not finished. */
    List<String> openJobs() {
        return run("jobs", "--most", "100")
                .out()
                .lines()
                .filter(line -> line.contains(" open for "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
