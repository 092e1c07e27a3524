package org.labcast.agent.command;

import java.nio.file.Path;
import org.labcast.agent.conf.AgentPaths;
import picocli.CommandLine.Option;

/** Where the agent's files are. */
final class PlaceOptions {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "/etc/labcast",
            description = "Folder of agent.conf, keys and certificates (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("/etc/labcast");

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "/var/lib/labcast",
            description = "Folder of ledger and outputs (default: ${DEFAULT-VALUE}).")
    private Path state = Path.of("/var/lib/labcast");

    AgentPaths paths() {
        return new AgentPaths(config, state);
    }
}
