package org.labcast.publisher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Services: command-line tools described in Acme. */
@Command(
        name = "services",
        mixinStandardHelpOptions = true,
        description = "Services: command-line tools that are described in Acme, the architecture description language.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  publisher services check netmonitor.acme --with nmap.acme",
            "  publisher services explain nmap.acme PortMonitor.getOpenPorts cmd=lab-1",
            "",
            "Exit codes: 0 good, 1 something is wrong in a file, 5 a value is refused, 64 wrong usage."
        },
        subcommands = {ServicesCheckCommand.class, ServicesExplainCommand.class})
final class ServicesCommand implements Runnable {
    /** Something is wrong in a file. */
    static final int FINDINGS = 1;
    /** A value is not allowed. */
    static final int REFUSED = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
