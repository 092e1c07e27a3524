package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.LabcastException;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.service.PortName;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.publisher.cli.PostingOptions;
import org.labcast.publisher.cli.ReportOptions;
import org.labcast.publisher.cli.TargetOptions;
import org.labcast.publisher.workflow.ServiceJob;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Finding;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.services.client.ServiceExit;
import org.labcast.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes hosts offer what a description describes. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Makes hosts offer the services of a description, by a signed job; reports as push does.",
        footer = {
            "",
            "A host that is off installs it when it comes back. What it offered under the same component is replaced.",
            "Only administrators may call, unless others are allowed to.",
            "",
            "Examples:",
            "  publisher services install nmap.acme --host lab-[01-02]",
            "  publisher services install tcpdump.acme --group physics --allow-host desk-01",
            "",
            "Exit codes: 0 installed everywhere, 1 nothing was posted, 2 a host refused it or could not, 3 no host matches,",
            "4 a host has not answered yet, 5 an answer was refused, 64 wrong usage."
        })
final class ServicesInstallCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final AllowOptions allow = new AllowOptions();

    @Mixin
    private final PostingOptions posting = new PostingOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(paramLabel = "FILE", description = "The description.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path file;

    @Override
    public Integer call() {
        Console console = home.console();
        Optional<List<PortName>> ports = ports(console);
        if (ports.isEmpty()) {
            console.warn("publisher: the file has errors: nothing was posted");
            return ServiceExit.FINDINGS;
        }
        try (Wiring wiring = home.wiring()) {
            ServiceJob job = new ServiceJob(wiring, console, target, posting, report);
            String description = DescriptionFiles.text(file);
            return job.push(
                    "services install " + name(),
                    hosts -> new ServiceChange.Install(name(), description, allow.callers(hosts)),
                    ports.get());
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    /** What it offers; nothing when it has errors, which are printed. */
    private Optional<List<PortName>> ports(Console console) {
        Checked checked;
        try {
            checked = Checker.check(DescriptionFiles.read(List.of(file)), List.of(), false);
        } catch (AcmeSyntaxException e) {
            checked = Checked.only(List.of(e.finding()));
        }
        checked.findings().stream()
                .filter(found -> found.severity() != Finding.Severity.NOTE)
                .forEach(found -> console.warn(Printable.of(found.toString())));
        if (!checked.good()) {
            return Optional.empty();
        }
        if (checked.services().isEmpty()) {
            throw new LabcastException(
                    file + " describes no service, no port of type callee or process: nothing was posted");
        }
        return Optional.of(checked.services().stream()
                .map(port -> new PortName(port.contract(), port.name()))
                .toList());
    }
}
