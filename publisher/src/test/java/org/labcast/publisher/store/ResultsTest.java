package org.labcast.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Event;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.result.Refusal;
import org.labcast.publisher.store.FetchedOutput.State;
import org.labcast.transport.pgp.Verified;

class ResultsTest {
    private static final HostName HOST = new HostName("lab-01");

    @TempDir
    Path folder;

    private TestLab lab;
    private StoredJob job;

    @BeforeEach
    void open() {
        lab = new TestLab(folder).enrol("lab-[01-03]", "physics");
        job = lab.push(Target.hosts(HostSet.parse("lab-[01-02]")), "lab-[01-02]", "date");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void resultIsTakenOnceInAnyOrder() {
        assertThat(lab.answer(job, "lab-01", 2, Outcomes.DONE)).isEqualTo(StoreOutcome.NEW);
        assertThat(lab.answer(job, "lab-01", 1, Outcomes.ok(0, "x"))).isEqualTo(StoreOutcome.NEW);
        assertThat(lab.answer(job, "lab-01", 1, Outcomes.ok(0, "y"))).isEqualTo(StoreOutcome.DUPLICATE);
        assertThat(lab.store.results().of(job.job().id(), 0))
                .extracting(stored -> stored.result().number())
                .containsExactly(2L, 1L);
        assertThat(lab.store.results().held(job.job().id(), HOST)).containsExactly(1L, 2L);
    }

    @Test
    void onlyNewRowsAreRead() {
        lab.answer(job, "lab-01", 1, Outcomes.ACCEPTED);
        long position = lab.store.results().of(job.job().id(), 0).get(0).position();
        assertThat(lab.store.results().of(job.job().id(), position)).isEmpty();
        lab.answer(job, "lab-02", 1, Outcomes.ACCEPTED);
        assertThat(lab.store.results().of(job.job().id(), position)).hasSize(1);
    }

    @Test
    void anotherHostsKeyOtherBytesAndHostsThatWereNotAskedAreRefused() {
        assertThat(lab.store.results().record(lab.signed(lab.result(job, "lab-01", 1, Outcomes.DONE), "lab-02")))
                .isEqualTo(StoreOutcome.REFUSED);
        assertThat(lab.answer(job, "lab-03", 1, Outcomes.DONE)).isEqualTo(StoreOutcome.REFUSED);
        StoredJob altered = new StoredJob(job.job(), Bytes.utf8("other"), job.expected(), true);
        assertThat(lab.answer(altered, "lab-01", 1, Outcomes.DONE)).isEqualTo(StoreOutcome.REFUSED);
        assertThat(lab.store.results().of(job.job().id(), 0)).isEmpty();
        assertThat(lab.store.results().refused(job.job().id())).hasSize(3);
        // the broker may deliver a message again
        lab.answer(altered, "lab-01", 1, Outcomes.DONE);
        assertThat(lab.store.results().refused(job.job().id())).hasSize(3);
    }

    @Test
    void hostThatJoinedTheTargetLaterIsHeard() {
        StoredJob all = lab.push(new Target.Group(new GroupName("physics")), "lab-01", "date");
        assertThat(lab.answer(all, "lab-03", 1, Outcomes.ACCEPTED)).isEqualTo(StoreOutcome.NEW);
    }

    @Test
    void resultForUnknownJobIsKeptAsStray() {
        StoredJob unknown =
                new StoredJob(new Job(header(), "x", job.job().tasks(), ""), job.payload(), job.expected(), true);
        assertThat(lab.answer(unknown, "lab-01", 1, Outcomes.DONE)).isEqualTo(StoreOutcome.STRAY);
        assertThat(lab.store.alerts().strays()).isEqualTo(1);
        assertThat(lab.store.results().of(unknown.job().id(), 0)).hasSize(1);
    }

    private Header header() {
        var h = job.job().header();
        return new Header(
                h.realm(),
                OrderId.random(),
                h.signer(),
                1,
                2,
                h.created(),
                h.notBefore(),
                h.expires(),
                h.target(),
                h.replyTo());
    }

    @Test
    void alertIsTakenOnceAndOnlyFromTheHostItNames() {
        Verified<Alert> alert = lab.alert(job, "lab-01", Refusal.UNTRUSTED_SIGNER);
        assertThat(lab.store.alerts().record(alert)).isTrue();
        assertThat(lab.store.alerts().record(alert)).isFalse();
        assertThat(lab.store.alerts().since(TestLab.START)).containsExactly(alert.value());
        Alert forged = lab.alert(job, "lab-01", Refusal.REPLAYED).value();
        assertThat(lab.store.alerts().record(lab.signed(forged, "lab-02"))).isFalse();
        assertThat(lab.store.alerts().refusedSince(TestLab.START)).hasSize(1);
    }

    @Test
    void refusedAnswerMayNameNoJob() {
        RefusedAnswer answer = new RefusedAnswer(Optional.empty(), "<lab>", "no signature", TestLab.START);
        lab.store.results().refuse(List.of(answer));
        assertThat(lab.store.alerts().refusedSince(TestLab.START)).containsExactly(answer);
    }

    private static Event chunk(long offset, String text, boolean last) {
        return new Event.Chunk(0, 0, OutputStreamName.OUT, offset, Bytes.utf8(text), last);
    }

    private FetchedOutput output() {
        return lab.store.results().output(job.job().id(), HOST, 0, 0, OutputStreamName.OUT);
    }

    @Test
    void fullOutputIsPutTogetherAndChecked() {
        assertThat(output().state()).isEqualTo(State.NONE);
        lab.answer(job, "lab-01", 3, chunk(4, "efg", true));
        assertThat(output()).isEqualTo(new FetchedOutput(Bytes.EMPTY, State.PARTIAL));
        lab.answer(job, "lab-01", 4, chunk(2, "cde", false));
        lab.answer(job, "lab-01", 2, chunk(0, "ab", false));
        assertThat(output()).isEqualTo(new FetchedOutput(Bytes.utf8("abcdefg"), State.UNCONFIRMED));
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, "abcdefg"));
        assertThat(output().state()).isEqualTo(State.COMPLETE);
        lab.answer(job, "lab-01", 5, chunk(0, "xb", false));
        assertThat(output().state()).isEqualTo(State.CONTRADICTED);
    }

    @Test
    void emptyFullOutputIsComplete() {
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, ""), chunk(0, "", true));
        assertThat(output()).isEqualTo(new FetchedOutput(Bytes.EMPTY, State.COMPLETE));
    }
}
