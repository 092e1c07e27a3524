package org.labcast.publisher.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.services.ServicesCommand;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.terminal.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
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
            HomeCommand.class,
            ServicesCommand.class,
            DaemonCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class PublisherCommand implements Runnable {
    public static final String VERBOSE = "--verbose";

    private final Terminal terminal;
    private final Function<PublisherHome, Wiring> wirings;

    private PublisherCommand(Terminal terminal, Function<PublisherHome, Wiring> wirings) {
        this.terminal = terminal;
        this.wirings = wirings;
    }

    /**
     * The whole command line, ready to parse.
     *
     * @param terminal where it is typed
     * @param wirings gives the objects that work on a home
     */
    public static CommandLine commandLine(Terminal terminal, Function<PublisherHome, Wiring> wirings) {
        return ArgumentValues.register(new CommandLine(new PublisherCommand(terminal, wirings)), terminal)
                .setColorScheme(Help.defaultColorScheme(terminal.colours("out") ? Ansi.ON : Ansi.OFF))
                .setOut(writer(terminal.streams().out()))
                .setErr(writer(terminal.streams().err()));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
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

    @Option(
            names = "--no-daemon",
            scope = ScopeType.INHERIT,
            description = "Run the command in this process, not in the resident publisher; as LABCAST_NO_DAEMON=1.")
    @SuppressWarnings("UnusedVariable") // acted upon by the launcher
    private boolean noDaemon;

    Optional<Path> home() {
        return home;
    }

    Terminal terminal() {
        return terminal;
    }

    Wiring wiring(PublisherHome of) {
        return wirings.apply(of);
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
