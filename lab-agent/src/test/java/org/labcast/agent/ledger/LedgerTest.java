package org.labcast.agent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labcast.agent.Samples.NOW;
import static org.labcast.agent.Samples.accepted;
import static org.labcast.agent.Samples.header;
import static org.labcast.agent.Samples.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;

class LedgerTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("ledger");
    }

    private void write(Entry... entries) {
        try (Ledger ledger = Ledger.open(file)) {
            for (Entry entry : entries) {
                ledger.append(entry);
            }
        }
    }

    @Test
    void readsBackJobsOldestFirst() {
        write(accepted(2, "date"), accepted(1, "who"));

        assertThat(Ledger.look(file).jobs()).extracting(JobRecord::id).containsExactly(id(1), id(2));
    }

    @Test
    void cutsOffATornLineWhateverIsInIt() throws IOException {
        write(accepted(1, "date"));
        byte[] good = Files.readAllBytes(file);
        Files.write(file, new byte[] {0, 0, '\n', 'x', '\n', 0}, StandardOpenOption.APPEND);

        write();

        assertThat(Files.readAllBytes(file)).isEqualTo(good);
    }

    @Test
    void refusesDamageInTheMiddle() throws IOException {
        write(accepted(1, "date"), accepted(2, "who"));
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);

        assertThatThrownBy(() -> Ledger.open(file))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining(file + " is damaged in line 2");
        assertThat(Files.readAllBytes(file)).as("left as it was").isEqualTo(content);
    }

    @Test
    void refusesAFileWithoutAWholeLine() throws IOException {
        Files.writeString(file, "something else\n");

        assertThatThrownBy(() -> Ledger.open(file)).hasMessageContaining("no line is whole");
    }

    @Test
    void refusesTheFormOfAnotherVersion() throws IOException {
        Files.write(file, LedgerLine.write(List.of(new Entry.Format(2))));

        assertThatThrownBy(() -> Ledger.open(file)).hasMessageContaining("install the agent that wrote it");
    }

    @Test
    void aCancelledJobThatComesLaterIsCancelled() {
        write(new Entry.CancelTaken(NOW, header(9), "c", id(1), CancelPoint.UNSEEN), accepted(1, "date"));

        assertThat(Ledger.look(file).jobs()).extracting(JobRecord::cancelled).containsExactly(true);
    }

    @Test
    void tellsTheCourseOfAJobInOrder() {
        write(accepted(1, "date"), new Entry.JobStarted(id(1), NOW), new Entry.JobEnded(id(1), NOW, JobEnd.DONE));
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(state ->
                    Ledger.Step.of(true, state.nextResults(1 << 20, NOW).toArray(Entry[]::new)));

            NumberedResult result = ledger.read(LedgerState::unsentResults).get(0);

            assertThat(result.number()).isEqualTo(1);
            assertThat(result.events())
                    .containsExactly(
                            new Event.Accepted(NOW), new Event.Started(NOW), new Event.Finished(NOW, JobEnd.DONE));
            ledger.append(new Entry.ResultSent(id(1), 1));
            assertThat(ledger.read(LedgerState::quiet)).isTrue();
        }
    }

    @Test
    void compactionForgetsAnOldJobButNeverItsNumber() throws IOException {
        write(
                accepted(1, "date"),
                new Entry.JobEnded(id(1), NOW, JobEnd.DONE),
                new Entry.ResultNumbered(id(1), header(1).replyTo(), 1, 2, NOW),
                new Entry.ResultSent(id(1), 1));
        try (Ledger ledger = Ledger.open(file)) {
            ledger.compact(NOW.plus(Duration.ofDays(300)));

            assertThat(Files.readAllLines(file)).hasSize(2);
            LedgerState.Standing standing = ledger.read(state -> state.standing(header(1), "other"));
            assertThat(standing).isEqualTo(LedgerState.Standing.USED_UP);
        }
    }

    /** A heap for a few of them must do, however many wait. */
    @Test
    void readsALargeJobBackFromTheFile() {
        String[] large = Collections.nCopies(100, "#".repeat(16_000)).toArray(String[]::new);
        write(accepted(1, large), accepted(2, "who"));
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(accepted(3, large));

            assertThat(ledger.accepted(id(1)).payload())
                    .isEqualTo(accepted(1, large).payload());
            assertThat(ledger.accepted(id(2)).payload())
                    .isEqualTo(accepted(2, "who").payload());
            assertThat(ledger.accepted(id(3)).payload())
                    .isEqualTo(accepted(3, large).payload());
        }
    }

    @Test
    void compactsByItselfOnlyWhenLarge() throws IOException {
        write(accepted(1, "date"));
        long before = Files.size(file);
        try (Ledger ledger = Ledger.open(file)) {
            ledger.compactIfLarge(NOW.plus(Duration.ofDays(300)));
        }

        assertThat(Files.size(file)).isEqualTo(before);
    }
}
