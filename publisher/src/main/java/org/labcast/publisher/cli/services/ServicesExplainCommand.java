package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Invocation;
import org.labcast.services.contract.NamedValues;
import org.labcast.services.contract.ServicePort;
import org.labcast.text.Printable;
import org.labcast.transport.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a call becomes an argument list; runs nothing. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the argument list that a call becomes, as JSON; runs nothing.",
            "What would run before and after it is noted in standard error."
        },
        footer = {
            "",
            "Give a String[] by naming it several times.",
            "Example:",
            "  publisher services explain nmap.acme PortMonitor.getOpenPorts cmd=lab-1"
        })
final class ServicesExplainCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The description.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path file;

    @Parameters(index = "1", paramLabel = "COMPONENT.PORT", description = "What is called.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private String called;

    @Parameters(index = "2..*", paramLabel = "NAME=VALUE", description = "The values of its parameters.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--with", paramLabel = "FILE", description = "A file that declares what this one names.")
    private List<Path> with = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = home.console();
        Checked checked;
        try {
            checked = Checker.check(DescriptionFiles.read(List.of(file)), DescriptionFiles.read(with), false);
        } catch (AcmeSyntaxException e) {
            console.warn(Printable.of(e.finding().toString()));
            return ServiceExit.FINDINGS;
        }
        checked.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .forEach(found -> console.warn(Printable.of(found.toString())));
        Optional<ServicePort> port = port(checked);
        if (port.isEmpty()) {
            console.warn("publisher: " + file + " describes no service " + Printable.of(called) + "; it describes "
                    + offered(checked));
            return ServiceExit.FINDINGS;
        }
        return explain(port.get(), console);
    }

    private Optional<ServicePort> port(Checked checked) {
        int dot = called.lastIndexOf('.');
        if (dot < 0) {
            throw new ParameterException(spec.commandLine(), "'" + called + "' is no COMPONENT.PORT");
        }
        return checked.service(called.substring(0, dot), called.substring(dot + 1));
    }

    private static String offered(Checked checked) {
        List<String> names =
                checked.services().stream().map(ServicePort::fullName).toList();
        return names.isEmpty() ? "none that could be read." : String.join(", ", names) + ".";
    }

    private int explain(ServicePort port, Console console) {
        try {
            Invocation plan = port.plan(named());
            plan.pre().ifPresent(before -> console.warn("note: runs before: " + json(before)));
            plan.post().ifPresent(after -> console.warn("note: runs after: " + json(after)));
            console.print(json(plan.main()));
            return 0;
        } catch (ContractException e) {
            console.warn("publisher: " + Printable.of(String.valueOf(e.getMessage())) + ".");
            return ServiceExit.REFUSED;
        }
    }

    private static String json(List<String> arguments) {
        return Codec.encode(arguments).text();
    }

    private Map<String, List<String>> named() {
        try {
            return NamedValues.read(values);
        } catch (ContractException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }
}
