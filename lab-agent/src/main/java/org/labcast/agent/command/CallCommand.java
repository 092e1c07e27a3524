package org.labcast.agent.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallStatus;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.NamedValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab-agent call}: calls another host's service with the key of this host. */
@Command(
        name = "call",
        description = "Calls a service with the key of this host, which must be among those that may call it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 good, 1 nobody could be asked, 2 the tool failed or output is missing, 3 no host took the call,",
            "4 timed out, 5 refused, 6 provider lost, 7 all hosts busy, 64 wrong usage.",
            "",
            "Example:",
            "  lab-agent call PortMonitoring.getOpenPorts cmd=lab-01 --host lab-02"
        })
public final class CallCommand implements Callable<Integer> {
    @Mixin
    private PlaceOptions options = new PlaceOptions();

    @Parameters(index = "0", paramLabel = "INTERFACE.PORT", description = "What is called.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private String port;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "The values of its parameters; name a String[] several times.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Only this host; else whichever is free.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the tool may run; else as its description says.")
    private int timeout;

    @Option(
            names = "--allow-truncated",
            description = "Output beyond the Output-Limit of the description may be missing; else that is exit code 2.")
    private boolean truncated;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CallRequest request = new CallRequest(
                PortName.parse(port), "", named(), host.map(HostName::new), Duration.ofSeconds(timeout), false);
        try (HostServices lab = new HostServices(options.paths(), Clock.systemUTC())) {
            CallStatus end = lab.services().call(request, CallCommand::pass);
            if (end.capped() > 0) {
                warn(end.capped()
                        + " bytes of output are missing: there were more than the Output-Limit of the description");
            }
            return end.capped() > 0 && !truncated ? ServiceExit.TOOL_FAILED : 0;
        } catch (ServiceException e) {
            warn(String.valueOf(e.getMessage()));
            return ServiceExit.of(e);
        }
    }

    private Map<String, List<String>> named() {
        try {
            return NamedValues.read(values);
        } catch (ContractException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** As it is: whoever reads it is a program, or the host's own administrator. */
    private static void pass(OutputStreamName stream, Bytes content) {
        OutputStream to = stream == OutputStreamName.OUT ? System.out : System.err;
        try {
            to.write(content.toArray());
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println("lab-agent: " + sentence);
    }
}
