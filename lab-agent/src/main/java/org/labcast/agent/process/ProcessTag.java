package org.labcast.agent.process;

import java.util.List;
import java.util.Map;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;

/**
 * By what the processes of a command are told from all others, however they left it: variables of their environment.
 * The host is one of them, since several agents may work on one machine.
 */
public record ProcessTag(Map<String, String> variables) {
    public static ProcessTag of(HostName host, Command command) {
        return new ProcessTag(Map.of(
                "LABCAST_JOB", command.job().value(),
                "LABCAST_HOST", host.value(),
                "LABCAST_TASK", number(command.task()),
                "LABCAST_ATTEMPT", number(command.attempt())));
    }

    /** What all commands of a job have in common. */
    public static ProcessTag of(HostName host, OrderId job) {
        return new ProcessTag(Map.of("LABCAST_JOB", job.value(), "LABCAST_HOST", host.value()));
    }

    /** What all attempts at a task have in common. */
    static ProcessTag of(HostName host, OrderId job, int task) {
        return new ProcessTag(
                Map.of("LABCAST_JOB", job.value(), "LABCAST_HOST", host.value(), "LABCAST_TASK", number(task)));
    }

    /** From 1, as in reports. */
    private static String number(int index) {
        return Integer.toString(index + 1);
    }

    /** As they stand in an environment, {@code NAME=value}. */
    public List<String> lines() {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }
}
