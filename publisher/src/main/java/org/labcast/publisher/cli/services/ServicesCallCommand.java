package org.labcast.publisher.cli.services;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.result.OutputStreamName;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.publisher.cli.LineBufferedOutput;
import org.labcast.publisher.terminal.Cancellation;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.CallStatus;
import org.labcast.services.client.LabServices;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.client.ToolFailedException;
import org.labcast.text.Printable;
import org.labcast.transport.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calls a service. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Calls a service and prints what its tool prints.",
        footer = {
            "",
            "Examples:",
            "  publisher services call PortMonitoring.getOpenPorts cmd=lab-01",
            "  publisher services call PortMonitoring.getOpenPorts cmd=lab-01 --host lab-02 --timeout 30s --json",
            "",
            "Exit codes: 0 good, 1 nobody could be asked, 2 the tool failed or output is missing, 3 no provider,",
            "4 timed out, 5 refused, 6 provider lost, 7 all providers busy, 64 wrong usage."
        })
final class ServicesCallCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final ArgumentOptions call = new ArgumentOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long the tool may run, as in 30s or 5m; else as its description says.")
    private Duration timeout = Duration.ZERO;

    @Option(
            names = "--idempotent",
            description =
                    "It does no harm twice, though its description does not say so: when its host is lost before it"
                            + " wrote anything, another one is asked.")
    private boolean idempotent;

    @Option(
            names = "--allow-truncated",
            description = "Output beyond the Output-Limit of the description may be missing; else that is exit code 2.")
    private boolean truncated;

    @Option(names = "--json", description = "One JSON document with host, exit code and output.")
    private boolean json;

    @Override
    public Integer call() {
        CallRequest request = new CallRequest(call.port(), "", call.values(), call.host(), timeout, idempotent);
        Console console = home.console();
        try (Wiring wiring = home.wiring();
                LabServices services = wiring.services();
                Cancellation.Last parting = console.closing(services)) {
            CallStatus end = json ? whole(services, request, console) : passed(services, request, console);
            if (end.capped() > 0) {
                console.warn("publisher: " + end.capped()
                        + " bytes of output are missing: there were more than the Output-Limit of the description");
            }
            if (!end.note().isEmpty()) {
                console.warn("publisher: " + end.host() + ": " + Printable.of(end.note()));
            }
            // A code other than 0 is here a result, which the port's description announces.
            return end.capped() > 0 && !truncated ? ServiceExit.TOOL_FAILED : 0;
        } catch (ServiceException e) {
            if (!json) {
                throw e;
            }
            console.print(Codec.encode(Report.of(e)).text());
            return ServiceExit.of(e);
        }
    }

    private CallStatus whole(LabServices services, CallRequest request, Console console) {
        CallResult result = services.call(request);
        console.print(Codec.encode(Report.of(result)).text());
        return new CallStatus(result.host(), result.exitCode(), result.capped(), "");
    }

    private static CallStatus passed(LabServices services, CallRequest request, Console console) {
        try (LineBufferedOutput out = console.output();
                LineBufferedOutput err = console.errorOutput()) {
            return services.call(
                    request, (stream, content) -> (stream == OutputStreamName.OUT ? out : err).add(content));
        }
    }

    /** What {@code call --json} prints; an error has a kind and a message, and no host that did it. */
    record Report(
            Optional<String> host,
            Optional<Integer> exit,
            String stdout,
            String stderr,
            long capped,
            Optional<String> error,
            String message) {
        static Report of(CallResult result) {
            return new Report(
                    Optional.of(result.host().value()),
                    Optional.of(result.exitCode()),
                    result.out().text(),
                    result.err().text(),
                    result.capped(),
                    Optional.empty(),
                    "");
        }

        static Report of(ServiceException fault) {
            Optional<ToolFailedException> failed = Optional.of(fault)
                    .filter(ToolFailedException.class::isInstance)
                    .map(ToolFailedException.class::cast);
            return new Report(
                    Optional.empty(),
                    failed.map(ToolFailedException::exitCode),
                    "",
                    failed.map(ToolFailedException::errors).orElse(""),
                    0,
                    Optional.of(fault.getClass().getSimpleName().replace("Exception", "")),
                    String.valueOf(fault.getMessage()));
        }
    }
}
