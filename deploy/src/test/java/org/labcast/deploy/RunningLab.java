package org.labcast.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A lab at work: a standalone broker, an agent on each of three hosts, and an administrator on the test machine. */
final class RunningLab implements AutoCloseable {
    private final Path folder;
    private final Lab lab;
    private final Administrator administrator;
    private final StandaloneBroker broker;
    private final List<AgentHost> hosts;

    RunningLab() {
        folder = temporaryFolder();
        lab = Lab.of(3, StandaloneBroker.PORT);
        try {
            administrator = Administrator.of(folder.resolve("home"), lab.brokerPort());
            broker = new StandaloneBroker(lab.broker(), Administrator.NAME, administrator.password());
            administrator.invite(List.of("lab-[01-02]"), "physics");
            administrator.invite(List.of("lab-03"), "chemistry");
            hosts = lab.hosts().stream()
                    .map(host -> new AgentHost(
                            host, administrator.invitation(host.name(), "tcp://broker:" + StandaloneBroker.PORT)))
                    .toList();
            hosts.parallelStream().forEach(AgentHost::start);
        } catch (RuntimeException | Error e) {
            e.addSuppressed(new Logs(logs()));
            close();
            throw e;
        }
    }

    /** Whatever the test before has left behind: everything is on again. */
    void bringUp() {
        if (!broker.running()) {
            broker.start();
        }
        hosts.parallelStream().filter(host -> !host.running()).forEach(AgentHost::start);
    }

    /** After a failure: its jobs must not keep the hosts from those of the next test. */
    void cancelOpenJobs() {
        administrator.openJobs().forEach(job -> administrator.run("cancel", job, "--wait", "1s"));
    }

    Administrator administrator() {
        return administrator;
    }

    StandaloneBroker broker() {
        return broker;
    }

    List<AgentHost> hosts() {
        return hosts;
    }

    AgentHost host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A folder for the test's own use; goes with the lab. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /** What broker and agents wrote last. */
    String logs() {
        return lab.machines()
                .map(machine -> "=== " + machine.name() + "\n" + machine.logs())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        lab.close();
        ThisMachine.run(Map.of(), "rm", "-rf", folder.toString());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("labcast");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes with a failure, to tell what the programs said. */
    static final class Logs extends Exception {
        Logs(String text) {
            super("the programs said:\n" + text, null, false, false);
        }
    }
}
