package org.labcast.publisher.cli.services;

import java.util.List;
import java.util.concurrent.Callable;
import org.labcast.model.order.ServiceChange;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.publisher.cli.PostingOptions;
import org.labcast.publisher.cli.ReportOptions;
import org.labcast.publisher.cli.TargetOptions;
import org.labcast.publisher.workflow.ServiceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The opposite of {@code install}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Makes hosts offer a component's services no longer, by a signed job; reports as push does.",
        footer = {
            "",
            "Example:",
            "  publisher services remove PortMonitor --host lab-02",
            "",
            "Exit codes: as those of install."
        })
final class ServicesRemoveCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final PostingOptions posting = new PostingOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(paramLabel = "COMPONENT", description = "The component, as its description and browse name it.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private String component;

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            ServiceJob job = new ServiceJob(wiring, home.console(), target, posting, report);
            return job.push("services remove " + component, hosts -> new ServiceChange.Remove(component), List.of());
        }
    }
}
