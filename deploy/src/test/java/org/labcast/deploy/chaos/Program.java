package org.labcast.deploy.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program of the lab that runs until it is killed, and is started again as its supervisor would. For one thread. */
final class Program {
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;
    private int failures;

    private Program(String name, List<String> command, Map<String, String> environment, Path log) throws IOException {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.process = launch();
    }

    /** @param folder for its log */
    static Program start(String name, List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        return new Program(name, command, environment, folder.resolve(name + ".log"));
    }

    private Process launch() throws IOException {
        return launch(command, environment, log);
    }

    static Process launch(List<String> command, Map<String, String> environment, Path output) throws IOException {
        File file = output.toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file));
        builder.environment().put("LABCAST_NO_DAEMON", "1"); // it is these processes that are killed
        builder.environment().putAll(environment);
        return builder.start();
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        process = launch();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void end() {
        process.destroyForcibly();
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Starts it again when it has ended by itself. */
    void supervise() throws IOException {
        if (!process.isAlive()) {
            failures++;
            Files.writeString(
                    log, "-- ended with " + process.exitValue() + "\n", java.nio.file.StandardOpenOption.APPEND);
            start();
        }
    }

    /** How often it has ended by itself. */
    int failures() {
        return failures;
    }

    /** How often it has said that it is ready. */
    long ready() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("ready")).count();
        } catch (IOException e) {
            return 0;
        }
    }
}
