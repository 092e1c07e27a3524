package org.labcast.publisher.cli.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.NamedValues;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is called, with which values, and where. */
final class ArgumentOptions {
    @Parameters(index = "0", paramLabel = "INTERFACE.PORT", description = "What is called.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private PortName port;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "The values of its parameters; name a String[] several times.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--host", paramLabel = "HOST", description = "Only this host; else whichever is free.")
    private Optional<HostName> host = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    PortName port() {
        return port;
    }

    Optional<HostName> host() {
        return host;
    }

    Map<String, List<String>> values() {
        try {
            return NamedValues.read(values);
        } catch (ContractException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
