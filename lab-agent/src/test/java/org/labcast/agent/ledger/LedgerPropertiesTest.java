package org.labcast.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.agent.Samples.NOW;
import static org.labcast.agent.Samples.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.labcast.agent.Samples;
import org.labcast.model.OrderId;

class LedgerPropertiesTest {
    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("ledger");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
    }

    /** Everything that anybody can see of a state. */
    private record View(
            List<JobRecord> jobs,
            List<Entry.FetchTaken> fetches,
            Set<NumberedResult> unsent,
            Set<AwaitedReceipt> awaited,
            Set<Entry.ResultNumbered> next,
            List<Entry.AlertRaised> alerts,
            long weight,
            List<Object> standings) {
        static View of(LedgerState state) {
            return new View(
                    state.jobs(),
                    state.fetches(),
                    Set.copyOf(state.unsentResults()),
                    Set.copyOf(state.awaited()),
                    Set.copyOf(state.nextResults(1_000, NOW)),
                    state.unsentAlerts(),
                    state.weight(),
                    LongStream.concat(LongStream.range(1, 40), LongStream.range(1_000, 1_020))
                            .mapToObj(n -> List.of(
                                    state.standing(header(n), "cancel"),
                                    state.cancelPoint(header(n).id())))
                            .collect(Collectors.toList()));
        }
    }

    private List<List<Entry>> tell(Ledger ledger, Story story, int length) {
        List<List<Entry>> told = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            told.add(ledger.append(state -> {
                List<Entry> entries = story.next(state);
                return new Ledger.Step<>(entries, entries);
            }));
        }
        return told;
    }

    private Path fresh() throws IOException {
        Path file = folder.resolve("ledger");
        Files.deleteIfExists(file);
        return file;
    }

    @Property(tries = 60)
    void everyPrefixIsAStateInWhichNothingStartedIsForgotten(
            @ForAll long seed, @ForAll @IntRange(max = 60) int length, @ForAll @IntRange(max = 10_000) int cutAt)
            throws IOException {
        Path file = fresh();
        List<List<Entry>> told;
        List<Long> ends = new ArrayList<>();
        try (Ledger ledger = Ledger.open(file)) {
            Story story = new Story(seed);
            told = new ArrayList<>();
            long first = Files.size(file);
            ends.add(first);
            for (int i = 0; i < length; i++) {
                told.addAll(tell(ledger, story, 1));
                ends.add(Files.size(file));
            }
            long whole = Files.size(file);
            long cut = first + (whole - first) * cutAt / 10_000;
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, (int) cut));
            int survivors = (int) ends.stream().filter(end -> end <= cut).count() - 1;
            told = told.subList(0, survivors);
        }
        try (Ledger recovered = Ledger.open(file)) {
            List<Entry> survived = told.stream().flatMap(List::stream).toList();
            for (Entry entry : survived) {
                if (entry instanceof Entry.AttemptStarted started) {
                    boolean again = recovered.read(state -> willStart(state, started));
                    assertThat(again).as("%s starts once more", started).isFalse();
                } else if (entry instanceof Entry.Taken taken) {
                    LedgerState.Standing standing = recovered.read(state -> state.standing(taken.header(), "other"));
                    assertThat(standing).isEqualTo(LedgerState.Standing.USED_UP);
                }
            }
            recovered.append(
                    survived.isEmpty() ? new Entry[0] : new Entry[] {new Entry.PingTaken(NOW, header(500), "ping")});
            assertThat(Ledger.look(file).jobs()).isEqualTo(recovered.read(LedgerState::jobs));
        }
    }

    /** Whether an agent in that state would start the task without knowing that it was started. */
    private static boolean willStart(LedgerState state, Entry.AttemptStarted started) {
        return state.job(started.order())
                .filter(job -> job.nextTask() <= started.task() && !job.open().contains(started))
                .isPresent();
    }

    @Property(tries = 60)
    void compactionChangesNothingThatCanBeSeen(
            @ForAll long seed, @ForAll @IntRange(max = 80) int before, @ForAll @IntRange(max = 20) int after)
            throws IOException {
        Path file = fresh();
        try (Ledger ledger = Ledger.open(file)) {
            Story story = new Story(seed);
            tell(ledger, story, before);
            View seen = ledger.read(View::of);

            ledger.compact(NOW);

            assertThat(ledger.read(View::of)).isEqualTo(seen);
            tell(ledger, story, after);
            assertThat(View.of(Ledger.look(file))).isEqualTo(ledger.read(View::of));
            for (JobRecord job : ledger.read(LedgerState::jobs)) {
                Entry.JobAccepted accepted = ledger.accepted(job.id());
                assertThat(accepted.header()).isEqualTo(job.header());
                assertThat(accepted.payload())
                        .isEqualTo(Samples.accepted(job.header().sequence(), "a", "b", "c")
                                .payload());
            }
        }
    }

    @Property(tries = 60)
    void everyResultHasItsOwnNumberWithoutGaps(@ForAll long seed, @ForAll @IntRange(max = 120) int length)
            throws IOException {
        Map<OrderId, Long> last = new HashMap<>();
        try (Ledger ledger = Ledger.open(fresh())) {
            Story story = new Story(seed);
            for (int i = 0; i < length; i++) {
                if (i % 25 == 24) {
                    ledger.compact(NOW);
                }
                for (Entry entry : tell(ledger, story, 1).get(0)) {
                    if (entry instanceof Entry.ResultNumbered numbered) {
                        long expected = last.getOrDefault(numbered.order(), 0L) + 1;
                        assertThat(numbered.number()).isEqualTo(expected);
                        last.put(numbered.order(), expected);
                    }
                }
            }
        }
    }
}
