package org.labcast.publisher;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Function;
import org.labcast.model.LabcastException;
import org.labcast.publisher.cli.PublisherCommand;
import org.labcast.publisher.dispatch.NoHostException;
import org.labcast.publisher.dispatch.UncertainDeliveryException;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.taskfile.TaskFileException;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceExit;
import org.labcast.transport.jms.BusConnection;
import picocli.CommandLine;

/** The administrator's program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (Arrays.stream(arguments).takeWhile(word -> !word.equals("--")).anyMatch(PublisherCommand.VERBOSE::equals)) {
            logMore();
        }
        int exit = run(Terminal.ofProcess(), Wiring::of, arguments);
        BusConnection.endThreads();
        System.exit(exit);
    }

    /** Loggers take their level when they are made, so this must come before all of them. */
    private static void logMore() {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        System.setProperty("org.slf4j.simpleLogger.log.org.labcast", "debug");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.activemq.artemis.core.client", "info");
    }

    /**
     * Runs one command line; returns its exit code.
     *
     * @param terminal where it was typed
     * @param wirings gives the objects that work on a home
     */
    public static int run(Terminal terminal, Function<PublisherHome, Wiring> wirings, String... arguments) {
        return PublisherCommand.commandLine(terminal, wirings)
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::usage)
                .execute(arguments);
    }

    /** Expected faults are one sentence; only a fault of the program itself shows where it happened. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (fault instanceof TaskFileException) {
            err.println(fault.getMessage());
            err.println("publisher: the file has errors: nothing was posted");
        } else if (fault instanceof LabcastException) {
            err.println("publisher: " + fault.getMessage());
        } else {
            err.println("publisher: a fault in the program itself; please report it with these lines:");
        }
        if (!(fault instanceof LabcastException) || PublisherCommand.wantsStack(command.getCommandSpec())) {
            fault.printStackTrace(err);
        }
        return fault instanceof ServiceException service
                ? ServiceExit.of(service)
                : exitCode(fault).number();
    }

    private static ExitCode exitCode(Exception fault) {
        if (fault instanceof NoHostException) {
            return ExitCode.NO_HOST;
        }
        return fault instanceof UncertainDeliveryException ? ExitCode.MISSING : ExitCode.NOT_POSTED;
    }

    private static int usage(CommandLine.ParameterException fault, String[] arguments) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println("publisher: " + fault.getMessage());
        err.println("Try '" + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }
}
