package org.labcast.publisher.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.HostSet;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.dispatch.TargetResolver;
import org.labcast.publisher.report.HostsTable;
import org.labcast.publisher.store.KnownHost;
import org.labcast.transport.jms.BusException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is there. */
@Command(
        name = "hosts",
        mixinStandardHelpOptions = true,
        description = "Shows which hosts are on, when the others were seen, and what they say of themselves.",
        footer = {"", "Examples:", "  publisher hosts", "  publisher hosts --json", "  publisher hosts --remove lab-07"
        })
final class HostsCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "One JSON document with all facts.")
    private boolean json;

    @Option(
            names = "--remove",
            paramLabel = "HOSTS",
            description = "Takes these hosts' users, queues and keys away; what waits for them is lost.")
    private Optional<HostSet> remove = Optional.empty();

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            if (remove.isPresent()) {
                remove(wiring, remove.get());
                console.print("Removed " + remove.get());
                return 0;
            }
            collect(wiring, console);
            List<KnownHost> hosts = wiring.store().hosts().all();
            console.print(
                    json
                            ? HostsTable.json(hosts, wiring.clock().instant())
                            : HostsTable.text(hosts, wiring.clock().instant(), console.style()));
            return 0;
        }
    }

    /** Without a broker the last known state is still worth showing, as long as it is said. */
    static void collect(Wiring wiring, Console console) {
        try {
            Collector collector = wiring.collector();
            HomeCommand.warnOfCopies(wiring, console);
            collector.drain();
            HomeCommand.warnOfStrays(collector, console);
            collector.refreshHosts();
        } catch (BusException e) {
            console.warn("publisher: " + e.getMessage() + " Showing what is known so far.");
        }
    }

    private static void remove(Wiring wiring, HostSet hosts) {
        Collector collector = wiring.collector();
        collector.drain();
        new TargetResolver(wiring.store().hosts().all(), wiring.store().invitations())
                .resolve(TargetChoice.of(hosts)); // complains of names that nobody has
        wiring.provisioning().removeHosts(List.copyOf(hosts.asSet()));
        hosts.forEach(collector::withdraw);
    }
}
