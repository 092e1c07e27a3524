package org.labcast.deploy;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A host of the lab with its agent. */
final class AgentHost {
    /** A connection that a cut network or power left behind holds this host's queues until the broker gives it up. */
    private static final Duration COMING_BACK = Duration.ofSeconds(90);

    private static final String INVITATION = "/root/invitation.json";
    private static final String STATE = "/var/lib/labcast";

    private final Machine machine;
    private Optional<Program> agent = Optional.empty();

    /** Brings the invitation to the machine; nothing runs yet. */
    AgentHost(Machine machine, String invitation) {
        this.machine = machine;
        machine.write(INVITATION, invitation);
    }

    String name() {
        return machine.name();
    }

    Machine machine() {
        return machine;
    }

    /** Starts the agent and returns when it has taken in what waited for it. */
    void start() {
        start(STATE);
    }

    void start(String state) {
        Program started = machine.start("agent", "lab-agent", "run", "--join", INVITATION, "--state", state);
        agent = Optional.of(started);
        started.awaitOutput("ready " + name(), COMING_BACK);
    }

    boolean running() {
        return agent.filter(Program::running).isPresent();
    }

    Program agent() {
        return agent.orElseThrow();
    }

    /** Ends the agent as systemd does, and starts it with the usual state. */
    void restart() {
        agent.filter(Program::running).ifPresent(Program::terminate);
        start();
    }

    /** What a task has written into {@code /tmp/NAME} there; empty when no task has. */
    String effect(String name) {
        ProgramResult result = machine.run("cat", "/tmp/" + name);
        return result.exit() == 0 ? result.out() : "";
    }

    void awaitEffect(String name, String content) {
        Awaitility.await(name + " on " + name())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> effect(name).equals(content));
    }

    /** Waits until a job is in the agent's ledger. */
    void awaitAccepted(String job) {
        agent().awaitOutput("took job " + job, Duration.ofSeconds(30));
    }

    /** Lets go of the tasks that wait for the file, see {@link Tasks#waitFor}. */
    void release(String name) {
        machine.ask("touch", "/tmp/" + name);
    }
}
