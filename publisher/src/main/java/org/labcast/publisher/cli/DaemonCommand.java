package org.labcast.publisher.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.labcast.model.LabcastException;
import org.labcast.publisher.daemon.Daemon;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The resident publisher of a home; it is started by the first command that needs it. */
@Command(
        name = "daemon",
        mixinStandardHelpOptions = true,
        description =
                "Shows or ends the resident publisher, which runs this home's commands and is started by the first.",
        footer = {
            "",
            "It ends by itself after 'daemon.idle' of publisher.conf (10m) without a command.",
            "",
            "Exit codes of status: 0 it runs, 1 it does not."
        },
        subcommands = {DaemonCommand.Run.class, DaemonCommand.Status.class, DaemonCommand.Stop.class})
final class DaemonCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: status or stop");
    }

    @Command(
            name = "run",
            hidden = true,
            mixinStandardHelpOptions = true,
            description = "Is the resident publisher, in the foreground.")
    static final class Run implements Callable<Integer> {
        @Mixin
        private final HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            PrintStream out = new PrintStream(home.terminal().streams().out(), true, StandardCharsets.UTF_8);
            Daemon.run(home.home(), Link.build(System.getProperty("labcast.jar", "")), out);
            return 0;
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "Says whether it runs, and since when.")
    static final class Status implements Callable<Integer> {
        @Mixin
        private final HomeOption home = new HomeOption();

        @Override
        public Integer call() {
            return ask(home, Frame.STATUS);
        }
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Ends it when the commands at work have ended; the next command starts another one.")
    static final class Stop implements Callable<Integer> {
        @Mixin
        private final HomeOption home = new HomeOption();

        @Option(names = "--now", description = "Stop the commands at work as Ctrl-C would; their jobs go on.")
        private boolean now;

        @Override
        public Integer call() {
            ask(home, now ? Frame.STOP_NOW : Frame.STOP);
            return 0;
        }
    }

    private static int ask(HomeOption option, int kind) {
        PublisherHome home = option.home();
        Path socket = Link.socket(home.folder());
        try (Link link = Link.to(socket)) {
            if (!link.isOwn()) {
                throw new LabcastException("the socket " + socket + " belongs to another user: remove it");
            }
            link.send(kind, new byte[0]);
            for (Frame frame = link.read(); frame != null; frame = link.read()) {
                if (frame.kind() == Frame.OUT) {
                    option.console().print(new String(frame.content(), StandardCharsets.UTF_8));
                } else if (frame.kind() == Frame.EXIT) {
                    return ByteBuffer.wrap(frame.content()).getInt();
                }
            }
            throw new LabcastException("the resident publisher of " + home.folder() + " gave no answer");
        } catch (IOException e) {
            option.console().print("No resident publisher runs for " + home.folder() + ".");
            return 1;
        }
    }
}
