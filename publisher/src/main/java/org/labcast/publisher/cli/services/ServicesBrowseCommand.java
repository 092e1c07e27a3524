package org.labcast.publisher.cli.services;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.labcast.model.HostName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.publisher.report.ServicesTable;
import org.labcast.services.client.LabServices;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.ServiceEvent;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.client.ServiceWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which services there are now. */
@Command(
        name = "browse",
        mixinStandardHelpOptions = true,
        description = "Shows the services that hosts offer at this moment.",
        footer = {
            "",
            "Examples:",
            "  publisher services browse",
            "  publisher services browse --interface PortMonitoring --where room=12 --describe",
            "  publisher services browse --watch --json",
            "",
            "Exit codes: 0 there are some, 1 the broker cannot be asked, 3 there are none, 64 wrong usage."
        })
final class ServicesBrowseCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--interface", paramLabel = "NAME", description = "Only those with this interface.")
    private Optional<String> contract = Optional.empty();

    @Option(names = "--host", paramLabel = "HOST", description = "Only those of this host.")
    private Optional<HostName> host = Optional.empty();

    @Option(names = "--component-version", paramLabel = "VERSION", description = "Only those of this version.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--where", paramLabel = "NAME=VALUE", description = "Only those with this attribute.")
    private TreeMap<String, String> attributes = new TreeMap<>();

    @Option(names = "--watch", description = "Goes on showing what appears, changes and vanishes, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--describe", description = "With parameters, documentation and attributes.")
    private boolean describe;

    @Option(names = "--json", description = "One JSON document; with --watch one line of JSON for each event.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = home.console();
        try (Wiring wiring = home.wiring();
                LabServices services = wiring.services()) {
            Lookup lookup = new Lookup(contract, Optional.empty(), host, version, attributes);
            if (watch) {
                return follow(services.watch(lookup), console);
            }
            List<ServiceEntry> entries = services.find(lookup);
            console.print(json ? ServicesTable.json(entries) : table(entries, console));
            warnOfRefused(services, console);
            return entries.isEmpty() ? ServiceExit.NO_PROVIDER : 0;
        }
    }

    private String table(List<ServiceEntry> entries, Console console) {
        return describe
                ? ServicesTable.described(entries, console.style())
                : ServicesTable.text(entries, console.style());
    }

    /** Ends with Ctrl-C, when nobody reads any more, or with the connection. */
    private int follow(ServiceWatch services, Console console) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            do {
                for (ServiceEvent event : services.look()) {
                    console.print(json ? ServicesTable.json(event) : ServicesTable.text(event));
                }
            } while (!console.isGone() && !never.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    static void warnOfRefused(LabServices services, Console console) {
        if (services.refused() > 0) {
            console.warn("publisher: " + services.refused()
                    + " messages were not believed: no host whose key is known has signed them; see 'publisher hosts'");
        }
    }
}
