package org.labcast.publisher.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.HomeId;
import org.labcast.model.HomeMark;
import org.labcast.model.LabcastException;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.collect.HomeMarks;
import org.labcast.publisher.report.Phrases;
import org.labcast.publisher.store.Homes;
import org.labcast.text.Printable;
import org.labcast.transport.jms.Addresses;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which home this is, and which others the administrator has. */
@Command(
        name = "home",
        mixinStandardHelpOptions = true,
        description = "Shows this home's id and the other homes of this administrator, and separates a copy.",
        footer = {
            "",
            "Hosts answer the home that asked, by its id. A copy of a home (on a laptop, in a cloned machine, from a",
            "backup) has the same id: run 'publisher home --new-id' in the copy, once, if both are to be used.",
            "",
            "Examples:",
            "  publisher home",
            "  publisher home --new-id",
            "  publisher home --forget k3f7qzmxw2ab"
        })
final class HomeCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @ArgGroup
    private Change change = new Change();

    /** What is to be changed, if anything. */
    private static final class Change {
        @Option(
                names = "--new-id",
                description = "Makes this copy a home of its own. Answers to its jobs so far go to the other home.")
        private boolean newId;

        @Option(
                names = "--forget",
                paramLabel = "ID",
                description = "Removes the queues of another home that is not used any more, with what waits in them.")
        private Optional<HomeId> forget = Optional.empty();
    }

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            HomeMarks marks = wiring.homeMarks();
            if (change.newId) {
                marks.renew(wiring.connection());
                console.print("This home has the new id "
                        + wiring.store().homes().id() + ". Answers to its jobs so far go to the other home.");
            } else if (change.forget.isPresent()) {
                forget(wiring, marks, change.forget.get());
                console.print("Removed the queues of the home " + change.forget.get());
            } else {
                marks.announce(wiring.connection());
                warnOfCopies(wiring, console);
                show(wiring, marks, console);
            }
            return 0;
        }
    }

    private static void forget(Wiring wiring, HomeMarks marks, HomeId id) {
        if (id.equals(wiring.store().homes().id())) {
            throw new LabcastException(id + " is this home: nothing was changed");
        }
        HomeMark found = marks.all(wiring.connection()).stream()
                .filter(mark -> mark.home().equals(id))
                .findFirst()
                .orElseThrow(() -> new LabcastException(
                        "the broker knows no home " + id + ": 'publisher home' lists those it knows"));
        marks.forget(wiring.connection(), found);
    }

    private static void show(Wiring wiring, HomeMarks marks, Console console) {
        HomeId own = wiring.store().homes().id();
        console.print("This home:  " + own + "  " + wiring.home().shownPlace() + "  (hosts answer to "
                + Addresses.results(marks.replyName()) + ")");
        List<HomeMark> all = marks.all(wiring.connection());
        Instant now = wiring.clock().instant();
        all.stream()
                .filter(mark -> !mark.home().equals(own))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .forEach(mark -> console.print("Other home: " + mark.home() + "  " + Printable.of(mark.place())
                        + "  (last used " + Phrases.ago(mark.at(), now) + ")"));
    }

    /** Says that results may go astray, and what to do, before anything is collected. */
    static void warnOfCopies(Wiring wiring, Console console) {
        Optional<Homes.Copy> copy = wiring.store().homes().copy();
        if (copy.isPresent()) {
            console.warn("publisher: A copy of this home is in use too (at "
                    + Printable.of(copy.get().place()) + ", "
                    + Phrases.ago(copy.get().at(), wiring.clock().instant())
                    + "), or this one was restored from a backup. The two take each other's results and give their jobs"
                    + " the same numbers: run 'publisher home --new-id' in the copy, or here if this is it.");
        } else if (wiring.homeKey().isCopy()) {
            console.warn("publisher: This home was copied or moved from another machine or folder. Results of jobs that"
                    + " were sent from there are taken in here, and stay with their hosts until the other home has them."
                    + " If both are used, run 'publisher home --new-id' here.");
        }
    }

    static void warnOfStrays(Collector collector, Console console) {
        if (collector.strays() > 0) {
            console.warn("publisher: " + Phrases.count(collector.strays(), "result")
                    + " came here for jobs that this home has not sent: another home of this administrator is in use."
                    + " Hosts send them again until that home has them; 'publisher home' lists the homes.");
        }
    }
}
