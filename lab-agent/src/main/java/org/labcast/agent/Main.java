package org.labcast.agent;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.labcast.agent.command.CallCommand;
import org.labcast.agent.command.CorrectCommand;
import org.labcast.agent.command.JoinCommand;
import org.labcast.agent.command.QuickCorrection;
import org.labcast.agent.command.RunCommand;
import org.labcast.agent.command.StatusCommand;
import org.labcast.agent.command.VerifyCommand;
import org.labcast.agent.core.AgentVersion;
import org.labcast.model.LabcastException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's entry. */
@Command(
        name = "lab-agent",
        description = "Runs the signed jobs of this lab's administrators on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionText.class,
        footer = {
            "",
            "Exit codes: 0 done; 1 could not; 5 a signature was refused; 64 wrong usage.",
            "",
            "Examples:",
            "  lab-agent join lab-01.json      take an invitation",
            "  lab-agent run                   work, until stopped",
            "  lab-agent status                what the running agent does",
            "  lab-agent correct 'sl /tmp'     what could be meant"
        })
public final class Main implements Runnable {
    private static final String VERBOSE = "--verbose";
    static final int COULD_NOT = 1;
    public static final int USAGE = 64;

    private static final List<Class<?>> COMMANDS = List.of(
            CallCommand.class,
            CorrectCommand.class,
            JoinCommand.class,
            RunCommand.class,
            StatusCommand.class,
            VerifyCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a fault happened, too.")
    private boolean stacktrace;

    @Option(names = VERBOSE, scope = ScopeType.INHERIT, description = "Log what the program and its libraries do.")
    @SuppressWarnings("UnusedVariable") // acted upon before the first logger, and so before options are read
    private boolean verbose;

    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lab-agent " + AgentVersion.TEXT};
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: call, correct, join, run, status or verify.");
    }

    /** With all its commands, or only the one that is called by its first word: to read the options of all takes longer than to run one. */
    static CommandLine commandLine(String... args) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main);
        List<Class<?>> called = COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        (called.isEmpty() ? COMMANDS : called).forEach(commandLine::addSubcommand);
        commandLine.setExecutionExceptionHandler((e, line, parsed) -> {
            if (!(e instanceof LabcastException)) {
                throw e;
            }
            line.getErr().println("lab-agent: " + e.getMessage());
            if (main.stacktrace) {
                e.printStackTrace(line.getErr());
            }
            return COULD_NOT;
        });
        commandLine.setParameterExceptionHandler((e, arguments) -> {
            CommandLine line = e.getCommandLine();
            line.getErr().println("lab-agent: " + e.getMessage());
            line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
            return USAGE;
        });
        return commandLine;
    }

    /** Loggers take their level when they are made, so this must come before all of them. */
    private static void logMore() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        System.setProperty("org.slf4j.simpleLogger.log.org.labcast", "debug");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.activemq.artemis.core.client", "info");
    }

    public static void main(String[] args) {
        if (Arrays.stream(args).takeWhile(word -> !word.equals("--")).anyMatch(VERBOSE::equals)) {
            logMore();
        }
        System.exit(code(args));
    }

    private static int code(String... args) {
        OptionalInt quick = quickly(args);
        return quick.isPresent() ? quick.getAsInt() : commandLine(args).execute(args);
    }

    /** A process that answers one question starts no more than it needs. */
    private static OptionalInt quickly(String... args) {
        try {
            return QuickCorrection.answer(args);
        } catch (LabcastException e) {
            System.err.println("lab-agent: " + e.getMessage());
            return OptionalInt.of(COULD_NOT);
        }
    }
}
