package org.labcast.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.service.OfferReader.Reading;
import org.labcast.agent.task.AttemptListener;
import org.labcast.agent.worker.ServiceChanges;
import org.labcast.model.Bytes;
import org.labcast.model.order.Job;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.text.Printable;
import org.labcast.transport.pgp.Verified;

/** Installs and removes services, as tasks of jobs say. */
public final class Installer implements ServiceChanges {
    private final Installations installations;
    private final PortOffers offers;
    private final Clock clock;

    Installer(Installations installations, PortOffers offers, Clock clock) {
        this.installations = installations;
        this.offers = offers;
        this.clock = clock;
    }

    /** What a change came to: what is said of it, or why it was not made. */
    private record Made(List<String> said, List<String> problems) {}

    @Override
    public Outcome run(Verified<Job> job, int index, AttemptListener listener) {
        Task task = job.value().tasks().get(index);
        listener.starting(index, 0, task.command(), Optional.empty());
        Instant started = clock.instant();
        long from = System.nanoTime();
        Made made = make(job, task.change().orElseThrow());
        boolean good = made.problems().isEmpty();
        Attempt attempt = new Attempt(
                task.command(),
                Optional.empty(),
                started,
                Duration.ofNanos(System.nanoTime() - from),
                new Ending.Exited(good ? 0 : 1),
                lines(made.said()),
                lines(made.problems()));
        return new Outcome(index, good ? TaskState.SUCCEEDED : TaskState.FAILED, List.of(attempt), List.of());
    }

    private static Output lines(List<String> sentences) {
        return Output.of(
                Bytes.utf8(sentences.stream().map(sentence -> sentence + "\n").collect(Collectors.joining())));
    }

    private Made make(Verified<Job> job, ServiceChange change) {
        try {
            return change instanceof ServiceChange.Install install
                    ? install(
                            OfferReader.read(install, job.signer(), job.value().id()))
                    : remove(((ServiceChange.Remove) change).component());
        } catch (AgentException e) {
            return new Made(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private Made install(Reading read) {
        List<String> problems = new ArrayList<>(read.problems());
        missing(read.offers()).forEach(problems::add);
        taken(read.offers()).forEach(problems::add);
        if (!problems.isEmpty()) {
            return new Made(List.of(), problems);
        }
        read.offers().stream().map(Offer::installation).distinct().forEach(installations::put);
        offers.put(read.offers());
        return new Made(read.offers().stream().map(offer -> "offers " + offer).toList(), List.of());
    }

    private static Stream<String> missing(List<Offer> wanted) {
        return wanted.stream()
                .flatMap(offer -> offer.missing().stream())
                .distinct()
                .map(program -> program + " is not on this host, or may not be executed; install it and push again.");
    }

    /** Two components cannot answer the same calls. */
    private Stream<String> taken(List<Offer> wanted) {
        Set<String> components = wanted.stream().map(Installer::component).collect(Collectors.toSet());
        List<Offer> all = Stream.concat(
                        offers.all().stream().filter(offer -> !components.contains(component(offer))), wanted.stream())
                .toList();
        return wanted.stream()
                .filter(offer -> all.stream()
                        .anyMatch(other -> !other.equals(offer) && other.name().equals(offer.name())))
                .map(offer -> offer.name() + " is offered by more than one component; remove the other one first.")
                .distinct();
    }

    private Made remove(String component) {
        List<Offer> gone = offers.held().stream()
                .filter(offer -> component(offer).equals(component))
                .toList();
        if (!installations.remove(component)) {
            String there = offers.held().stream()
                    .map(Installer::component)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Made(
                    List.of(),
                    List.of("There is no component " + Printable.of(component) + " here; there "
                            + (there.isEmpty() ? "is none." : "are: " + there + ".")));
        }
        offers.remove(component);
        return new Made(gone.stream().map(offer -> "no longer offers " + offer).toList(), List.of());
    }

    private static String component(Offer offer) {
        return offer.installation().component();
    }
}
