package org.labcast.deploy.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.ThisMachine;

/**
 * An administrator with a broker, and a network of containers that leads nowhere but to that broker. Each machine joins as a host of its
 * own. Closing it takes everything away.
 */
final class MeasuredLab implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

    private final Path labcast;
    private final Path home;
    private final String network;
    private final Process broker;
    private final AtomicInteger next = new AtomicInteger(1);

    /**
     * @param labcast what mvn package has made
     * @param run value of the label by which what a killed run leaves is found
     * @param hosts how many machines may join
     */
    MeasuredLab(Path labcast, String run, int hosts) throws IOException, InterruptedException {
        this.labcast = labcast;
        this.network = "labcast-measure-" + run;
        this.home = Files.createTempDirectory("labcast-measure");
        must("docker", "network", "create", "--internal", "--label", ThrowawayMachine.LABEL + "=" + run, network);
        String gateway = must("docker", "network", "inspect", "--format", "{{(index .IPAM.Config 0).Gateway}}", network)
                .strip();
        String address = gateway + ":" + freePort(gateway);
        publisher(
                "init",
                "--realm",
                "measure",
                "--name",
                "admin",
                "--listen",
                address,
                "--broker",
                "tcp://" + address + "?sslEnabled=true");
        this.broker = startBroker();
        publisher("invite", "case-[1-%d]".formatted(hosts));
    }

    String network() {
        return network;
    }

    /** The name of a host that has not joined yet. */
    String newHost() {
        return "case-" + next.getAndIncrement();
    }

    Path invitation(String host) {
        return home.resolve("invitations").resolve(host + ".json");
    }

    /** Signs and posts the case's command, and waits for what became of it. */
    PushedJob push(String host, Login login, String command) throws IOException {
        Path file = Files.writeString(
                home.resolve(host + ".txt"),
                "#@ cwd=%s correct=safe timeout=60s%n%s%n".formatted(login.folder(), command));
        ProgramResult result = ThisMachine.run(
                Map.of("LABCAST_HOME", home.toString()),
                program(),
                "push",
                file.toString(),
                "--host",
                host,
                "--instant",
                "--json",
                "--wait",
                "150s");
        if (result.exit() == 1) {
            return PushedJob.refused(result.err());
        }
        try {
            return PushedJob.of(result.out());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("publisher said: " + result.out() + result.err(), e);
        }
    }

    private Process startBroker() throws IOException, InterruptedException {
        Path log = home.resolve("broker.log");
        ProcessBuilder builder = new ProcessBuilder(program(), "broker")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LABCAST_HOME", home.toString());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.readString(log).contains("ready ")) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("the broker did not start: " + Files.readString(log));
            }
        }
        return process;
    }

    private void publisher(String... arguments) {
        List<String> words = new ArrayList<>(List.of(program()));
        words.addAll(List.of(arguments));
        ProgramResult result = ThisMachine.run(Map.of("LABCAST_HOME", home.toString()), words.toArray(String[]::new));
        if (result.exit() != 0) {
            throw new IllegalStateException(words + " ended with " + result);
        }
    }

    private String program() {
        return labcast.resolve("bin/publisher").toString();
    }

    private static String must(String... command) {
        ProgramResult result = ThisMachine.run(Map.of(), command);
        if (result.exit() != 0) {
            throw new IllegalStateException(List.of(command) + " ended with " + result);
        }
        return result.out();
    }

    private static int freePort(String address) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port at " + address, e);
        }
    }

    /** What the broker wrote, for a failure. */
    String brokerLog() throws IOException {
        return Files.readString(home.resolve("broker.log"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        broker.destroy();
        try {
            if (!broker.waitFor(20, TimeUnit.SECONDS)) {
                broker.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broker.destroyForcibly();
        }
        ThisMachine.run(Map.of(), "docker", "network", "rm", network);
        ThisMachine.run(Map.of(), "rm", "-rf", home.toString());
    }
}
