package org.labcast.agent.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.labcast.agent.process.Account;
import org.labcast.agent.process.SearchPath;
import org.labcast.model.OrderId;

/**
 * Where systemd runs the machine, a job's shell gets a scope beside the agent's unit: it outlives a restart of the agent, which ends what is
 * left in the agent's own.
 */
final class SystemdScope {
    private static final Path SYSTEMD_RUNS = Path.of("/run/systemd/system");

    private SystemdScope() {}

    /** What stands before the arguments of the shell's keeper; nothing where there is no systemd or the agent may not ask it. */
    static List<String> arguments(OrderId job, String user, Account own, long number) {
        return SearchPath.find("systemd-run")
                .filter(program -> own.uid() == 0 && Files.isDirectory(SYSTEMD_RUNS))
                .map(program -> List.of(
                        program.toString(),
                        "--scope",
                        "--quiet",
                        "--collect",
                        "--slice=labcast.slice",
                        "--unit=labcast-job-" + job.value() + "-"
                                + (user.isEmpty() ? "agent" : user.replaceAll("[^a-z0-9]", "_")) + "-" + number,
                        "--property=Delegate=yes",
                        "--"))
                .orElse(List.of());
    }
}
