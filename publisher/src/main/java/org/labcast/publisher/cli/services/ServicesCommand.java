package org.labcast.publisher.cli.services;

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
            "  publisher services install nmap.acme --host lab-[01-02]",
            "  publisher services browse",
            "  publisher services call PortMonitoring.getOpenPorts cmd=lab-1",
            "  publisher services watch NetworkSniffing.startSniffing net=lo",
            "  publisher services generate-client netmonitor.acme --with nmap.acme -o netmonitor",
            "",
            "Exit codes: 0 good, 1 something is wrong in a file, 2 the tool failed, 3 no provider, 4 timed out, 5 refused,",
            "6 provider lost, 64 wrong usage."
        },
        subcommands = {
            ServicesCheckCommand.class,
            ServicesExplainCommand.class,
            ServicesInstallCommand.class,
            ServicesRemoveCommand.class,
            ServicesBrowseCommand.class,
            ServicesCallCommand.class,
            ServicesWatchCommand.class,
            ServicesGenerateClientCommand.class,
            ServicesGenerateAdapterCommand.class,
            ServicesClassPathCommand.class
        })
public final class ServicesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
