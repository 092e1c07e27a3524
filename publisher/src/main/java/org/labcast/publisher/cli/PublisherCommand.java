package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.labcast.publisher.cli.services.ServicesCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code publisher}: its commands, in the order of a first day's work. */
@Command(
        name = "publisher",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Signs commands, posts them to lab machines, and reports what became of them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  publisher init --realm physics        make a key and a folder for this administrator",
            "  publisher broker                      run the broker of a small lab",
            "  publisher invite lab-[01-30]          let machines join",
            "  publisher push tasks.txt              run commands on all of them",
            "  publisher report last                 what became of them",
            "",
            "Exit codes: 0 all succeeded, 1 nothing was posted, 2 something failed, 3 no such host,",
            "4 a host has not answered yet, 5 an answer was refused, 64 wrong usage."
        },
        subcommands = {
            InitCommand.class,
            BrokerCommand.class,
            InviteCommand.class,
            HostsCommand.class,
            CheckCommand.class,
            PushCommand.class,
            JobsCommand.class,
            ReportCommand.class,
            WatchCommand.class,
            LogsCommand.class,
            CancelCommand.class,
            FixCommand.class,
            ReissueCommand.class,
            RepostCommand.class,
            AdministratorsCommand.class,
            ServicesCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class PublisherCommand implements Runnable {
    public static final String VERBOSE = "--verbose";

    /** The whole command line, ready to parse. */
    public static CommandLine commandLine() {
        return ArgumentValues.register(new CommandLine(new PublisherCommand()));
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The publisher's folder; else $LABCAST_HOME, else ~/.labcast.")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a fault happened, too.")
    private boolean stacktrace;

    @Option(names = VERBOSE, scope = ScopeType.INHERIT, description = "Log what the program and its libraries do.")
    @SuppressWarnings("UnusedVariable") // acted upon before the first logger, and so before options are read
    private boolean verbose;

    Optional<Path> home() {
        return home;
    }

    /** Whether whoever typed this command wants to see the stack of an expected fault. */
    public static boolean wantsStack(CommandSpec typed) {
        return typed.root().userObject() instanceof PublisherCommand root && root.stacktrace;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
