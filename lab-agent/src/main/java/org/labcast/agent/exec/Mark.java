package org.labcast.agent.exec;

import java.util.List;
import java.util.Map;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;

/**
 * By what the processes of a command are told from all others, however they left it: variables of their environment.
 * The host is one of them, since several agents may work on one machine.
 */
record Mark(Map<String, String> variables) {
    static Mark of(HostName host, Command command) {
        return new Mark(Map.of(
                "LABCAST_JOB", command.job().value(),
                "LABCAST_HOST", host.value(),
                "LABCAST_TASK", number(command.task()),
                "LABCAST_ATTEMPT", number(command.attempt())));
    }

    /** What all attempts at a task have in common. */
    static Mark of(HostName host, OrderId job, int task) {
        return new Mark(Map.of("LABCAST_JOB", job.value(), "LABCAST_HOST", host.value(), "LABCAST_TASK", number(task)));
    }

    /** The shells that a job's commands are typed into; what they start does not carry all of it. */
    static Mark ofShell(HostName host, OrderId job) {
        return new Mark(Map.of("LABCAST_JOB", job.value(), "LABCAST_HOST", host.value(), "LABCAST_SESSION", "1"));
    }

    /** From 1, as in reports. */
    private static String number(int index) {
        return Integer.toString(index + 1);
    }

    /** As they stand in an environment, {@code NAME=value}. */
    List<String> lines() {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }
}
