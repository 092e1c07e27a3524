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
import org.labcast.publisher.report.Phrases;
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
    private static final String COPY =
            "publisher: This home was copied or moved from another machine or folder. Results of"
                    + " jobs that were sent from there are taken in here, and stay with their hosts until the other home has them."
                    + " If both are in use, let only one collect: 'publisher init' makes a separate publisher.";

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
        try (Wiring wiring = Wiring.of(home.home())) {
            Console console = new Console();
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
                            : HostsTable.text(hosts, wiring.clock().instant(), Console.style()));
            return 0;
        }
    }

    /** Without a broker the last known state is still worth showing, as long as it is said. */
    static void collect(Wiring wiring, Console console) {
        try {
            Collector collector = wiring.collector();
            if (wiring.homeKey().isCopy()) {
                console.warn(COPY);
            }
            collector.drain();
            if (collector.strays() > 0) {
                console.warn("publisher: " + Phrases.count(collector.strays(), "result")
                        + " came here for jobs that this home has not sent: another home of this administrator is in use."
                        + " Hosts send them again until that home has them; let only one of the two collect.");
            }
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
