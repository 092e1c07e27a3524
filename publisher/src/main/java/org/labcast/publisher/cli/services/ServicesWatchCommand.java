package org.labcast.publisher.cli.services;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.publisher.cli.LineBufferedOutput;
import org.labcast.publisher.terminal.Cancellation;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.LabServices;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a stream. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Prints a stream until it ends, or until Ctrl-C, which ends its tool on the host.",
        footer = {
            "",
            "Examples:",
            "  publisher services watch NetworkSniffing.startSniffing net=lo",
            "  publisher services watch NetworkSniffing.startSniffing net=lo --max 100 --host lab-02 > packets.txt",
            "",
            "Exit codes: as those of call."
        })
final class ServicesWatchCommand implements Callable<Integer> {
    private static final int BUFFER = 64 << 10;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ArgumentOptions call = new ArgumentOptions();

    @Option(names = "--max", paramLabel = "N", description = "Ends after so many lines.")
    private Optional<Long> max = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (max.filter(lines -> lines < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--max takes a number of lines, 1 or more");
        }
        CallRequest request =
                new CallRequest(call.port(), "", call.values(), call.host(), java.time.Duration.ZERO, false);
        Console console = home.console();
        try (Wiring wiring = home.wiring();
                LabServices services = wiring.services();
                Cancellation.Last parting = console.closing(services);
                LineBufferedOutput errors = console.errorOutput();
                ServiceStream stream = services.open(request, errors::add)) {
            print(stream, console);
            if (stream.dropped() > 0) {
                console.warn(
                        "publisher: " + stream.dropped() + " bytes were dropped, since they were not read in time");
            }
            return 0;
        }
    }

    private void print(ServiceStream stream, Console console) {
        byte[] buffer = new byte[BUFFER];
        long left = max.orElse(Long.MAX_VALUE);
        try (LineBufferedOutput out = console.output();
                InputStream in = stream.bytes()) {
            for (int count = in.read(buffer); count >= 0 && left > 0; count = left > 0 ? in.read(buffer) : -1) {
                int until = 0;
                while (until < count && left > 0) {
                    left -= buffer[until++] == '\n' ? 1 : 0;
                }
                out.add(Bytes.of(Arrays.copyOf(buffer, until)));
                if (console.isGone()) {
                    return; // as with | head: nobody reads the rest
                }
            }
        } catch (IOException e) {
            throw e.getCause() instanceof ServiceException fault
                    ? fault
                    : new LabcastException("cannot read the stream: " + e.getMessage(), e);
        }
    }
}
