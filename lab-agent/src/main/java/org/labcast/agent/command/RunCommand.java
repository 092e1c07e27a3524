package org.labcast.agent.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.labcast.agent.Agent;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.conf.Joining;
import org.labcast.agent.core.InstanceLock;
import org.labcast.agent.core.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab-agent run}. */
@Command(
        name = "run",
        description = "Works until it is stopped: takes jobs, runs them once, reports.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Says 'ready HOST in REALM' on standard output when it is connected, and logs to standard error.",
            "",
            "Examples:",
            "  lab-agent run",
            "  lab-agent run --join lab-01.json --config /tmp/lab-01/config --state /tmp/lab-01/state"
        })
public final class RunCommand implements Callable<Integer> {
    /** Longer than all of the agent's own patience, shorter than systemd's. */
    private static final long STOP_SECONDS = 28;

    @Mixin
    private PlaceOptions options = new PlaceOptions();

    @Option(
            names = "--join",
            paramLabel = "FILE",
            description = "Take this invitation first, unless this host has joined.")
    private Optional<Path> invitation = Optional.empty();

    @Override
    public Integer call() {
        AgentPaths paths = options.paths();
        Clock clock = Clock.systemUTC();
        Joining joining = new Joining(paths, clock);
        PrivateFiles.makeFolder(paths.state());
        if (Files.exists(paths.config())) {
            PrivateFiles.makeFolder(paths.config()); // keys and password: closed to others, or refused
        }
        try (InstanceLock lock = InstanceLock.take(paths.lock())) {
            if (invitation.isPresent() && !joining.isJoined()) {
                joining.join(InvitationFile.read(invitation.get()));
            }
            return run(new Agent(paths, clock, System.out));
        }
    }

    private static int run(Agent agent) {
        AtomicInteger exit = new AtomicInteger(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(agent, ended, exit), "stop"));
        try {
            exit.set(agent.run() ? 0 : 1);
            return exit.get();
        } finally {
            ended.countDown();
        }
    }

    /** On SIGTERM: an orderly stop is a success, and the virtual machine would say 143. */
    private static void stop(Agent agent, CountDownLatch ended, AtomicInteger exit) {
        agent.stop();
        try {
            if (ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exit.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
