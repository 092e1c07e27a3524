package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.TestBroker;
import org.labcast.model.Bytes;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.Ping;
import org.labcast.model.order.Target;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Alert;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.Result;
import org.labcast.model.result.TaskState;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** An agent within this process on a real broker, with real signatures and real commands. */
class AgentWireTest {
    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() {
        lab = new TestLab(broker, folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private String append(String name) {
        return "echo ran >> " + folder.resolve(name);
    }

    private List<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private JobEnd end(OrderId job) {
        return lab.awaitEvent(job, Event.Finished.class).end();
    }

    @Test
    void runsAJobOnceAndReportsItsCourse() throws IOException {
        lab.startAgent();
        OrderId job = lab.push(lab.job("echo hello", append("a"), "exit 3"));

        assertThat(end(job)).isEqualTo(JobEnd.DONE);
        assertThat(lines("a")).hasSize(1);
        assertThat(lab.events(job, Event.TaskDone.class))
                .extracting(done -> done.outcome().state())
                .containsExactly(TaskState.SUCCEEDED, TaskState.SUCCEEDED, TaskState.FAILED);
        assertThat(lab.events(job, Event.TaskDone.class)
                        .get(0)
                        .outcome()
                        .attempts()
                        .get(0)
                        .out()
                        .head()
                        .text())
                .isEqualTo("hello\n");
        assertThat(lab.events(job).get(0)).isInstanceOf(Event.Accepted.class);
        assertThat(lab.results(job).map(Result::number).toList())
                .as("numbered without gaps")
                .isEqualTo(java.util.stream.LongStream.rangeClosed(
                                1, lab.results(job).count())
                        .boxed()
                        .toList());
    }

    @Test
    void keepsResultsUntilThereIsAReceipt() {
        SecretKey home = SecretKey.generate("home", Clock.systemUTC());
        lab.startAgent();
        OrderId job = lab.push(lab.receipted(home, "echo hello"));
        end(job);
        long results = lab.results(job).count();
        await().atMost(TestLab.PATIENCE).until(() -> lab.kept(job) == results);
        assertThat(lab.stopAgent()).isTrue();
        lab.startAgent();
        assertThat(lab.kept(job)).isEqualTo((int) results);

        lab.giveReceipt(home, job, results);

        await().atMost(TestLab.PATIENCE).until(() -> lab.kept(job) == 0);
        assertThat(lab.reported).as("a receipt is nothing to be told of").noneMatch(Alert.class::isInstance);
    }

    @Test
    void anotherHostCannotMakeItsResultsDisappear() {
        Job job = lab.job("echo hello");
        lab.postJunkAs("intruder-" + lab.host, job.id());
        lab.startAgent();
        lab.push(job);

        assertThat(end(job.id())).isEqualTo(JobEnd.DONE);
        assertThat(lab.results(job.id()).map(Result::number)).startsWith(1L);
    }

    /** The administrator's clock is wrong, or this host's: nobody has forged anything. */
    @Test
    void anOrderFromTheFutureIsCalledThatAndNotForged() {
        lab.startAgent();
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        SecretKey same = SecretKey.read(lab.administrator.armored().getBytes(StandardCharsets.UTF_8), ahead);
        Bytes payload = Codec.write(lab.job(append("never")));

        lab.post(new SignedMessage(payload, same.sign(payload)));

        Alert alert = lab.awaitAlert();
        assertThat(alert.reason()).isEqualTo(Refusal.NOT_YET_VALID);
        assertThat(alert.explanation()).contains("compare the clocks");
    }

    @Test
    void stopsAtAFailureWhenTheFileSaysSo() {
        lab.startAgent();
        TaskOptions stop =
                TaskOptions.DEFAULT.toBuilder().onFailure(OnFailure.STOP).build();
        OrderId job = lab.push(Samples.job(lab.header(), stop, "true", "false", append("never")));

        assertThat(end(job)).isEqualTo(JobEnd.STOPPED);
        assertThat(lab.events(job, Event.TaskDone.class))
                .extracting(done -> done.outcome().state())
                .containsExactly(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.SKIPPED);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void doesWhatItMissedOldestFirst() throws IOException {
        Job second = lab.job("echo second >> " + folder.resolve("order"));
        Job first = Samples.job(older(lab.header()), TaskOptions.DEFAULT, "echo first >> " + folder.resolve("order"));
        lab.push(second);
        lab.push(first);

        lab.startAgent();

        end(second.id());
        end(first.id());
        assertThat(lines("order")).containsExactly("first", "second");
    }

    private static Header older(Header h) {
        return new Header(
                h.realm(),
                h.id(),
                h.signer(),
                h.epoch(),
                h.sequence(),
                h.created().minusSeconds(60),
                h.notBefore(),
                h.expires(),
                h.target(),
                h.replyTo());
    }

    @Test
    void survivesARestartOfTheBroker() {
        lab.startAgent();
        end(lab.push(lab.job("true")));

        lab.restartBroker();

        assertThat(end(lab.push(lab.job("true")))).isEqualTo(JobEnd.DONE);
    }

    @Test
    void aReplayedJobRunsOnceAndIsReportedOnce() throws IOException {
        lab.startAgent();
        Job job = lab.job(append("a"));
        SignedMessage message = lab.sign(job);
        lab.post(message);
        end(job.id());

        lab.post(message);
        lab.post(message);
        lab.post(message);

        end(lab.push(lab.job("true")));
        lab.awaitEvent(job.id(), Event.Refused.class);
        assertThat(lab.events(job.id(), Event.Refused.class))
                .extracting(Event.Refused::reason)
                .containsExactly(Refusal.REPLAYED);
        assertThat(lines("a")).hasSize(1);
    }

    @Test
    void aSecondCopyOfAWaitingJobIsNoAlarm() throws IOException {
        Job job = lab.job(append("a"));
        lab.post(lab.sign(job));
        lab.post(lab.sign(job));

        lab.startAgent();

        end(job.id());
        end(lab.push(lab.job("true")));
        assertThat(lab.events(job.id(), Event.Refused.class)).isEmpty();
        assertThat(lines("a")).hasSize(1);
    }

    @Test
    void anotherOrderWithAUsedNumberIsRefused() {
        lab.startAgent();
        Job job = lab.job("true");
        end(lab.push(job));
        Header h = job.header();
        Header again = new Header(
                h.realm(),
                OrderId.random(),
                h.signer(),
                h.epoch(),
                h.sequence(),
                h.created(),
                h.notBefore(),
                h.expires(),
                h.target(),
                h.replyTo());

        OrderId second = lab.push(Samples.job(again, TaskOptions.DEFAULT, append("never")));

        assertThat(lab.awaitEvent(second, Event.Refused.class).reason()).isEqualTo(Refusal.REPLAYED);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aForgedJobIsAnAlert() {
        lab.startAgent();
        SignedMessage good = lab.sign(lab.job("true"));
        Bytes altered = Bytes.utf8(good.payload().text().replace("\"true\"", "\"" + append("never") + "\""));
        lab.post(new SignedMessage(altered, good.signature()));

        assertThat(lab.awaitAlert().reason()).isEqualTo(Refusal.BAD_SIGNATURE);
        assertThat(lab.awaitAlert().digest()).isEqualTo(altered.sha256());
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aStrangersJobIsAnAlert() {
        lab.startAgent();
        Bytes payload = Codec.write(lab.job(append("never")));
        SecretKey stranger = SecretKey.generate("Mallory", java.time.Clock.systemUTC());
        lab.post(new SignedMessage(payload, stranger.sign(payload)));

        assertThat(lab.awaitAlert().reason()).isEqualTo(Refusal.UNTRUSTED_SIGNER);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aJobOfAnotherRealmIsAnAlert() {
        lab.startAgent();
        Instant now = Instant.now();
        Header header = lab.header(new Realm("elsewhere"), new Target.All(), now, now.plusSeconds(600));
        lab.push(Samples.job(header, TaskOptions.DEFAULT, append("never")));

        assertThat(lab.awaitAlert().reason()).isEqualTo(Refusal.WRONG_REALM);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aRedirectedJobIsRefused() {
        lab.startAgent();
        Instant now = Instant.now();
        Target other = Target.hosts(HostSet.of("elsewhere"));
        Header header = lab.header(TestLab.REALM, other, now, now.plusSeconds(600));
        OrderId job = lab.push(Samples.job(header, TaskOptions.DEFAULT, append("never")));

        assertThat(lab.awaitEvent(job, Event.Refused.class).reason()).isEqualTo(Refusal.NOT_A_TARGET);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void anExpiredJobIsRefused() {
        lab.startAgent();
        Instant now = Instant.now();
        Header header = lab.header(TestLab.REALM, new Target.All(), now.minusSeconds(60), now.minusSeconds(1));
        OrderId job = lab.push(Samples.job(header, TaskOptions.DEFAULT, append("never")));

        assertThat(lab.awaitEvent(job, Event.Refused.class).reason()).isEqualTo(Refusal.EXPIRED);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void answersAPing() {
        lab.startAgent();
        OrderId ping = lab.push(new Ping(lab.header()));

        lab.awaitEvent(ping, Event.Pong.class);
    }

    @Test
    void aCancelledJobThatRunsIsEnded() {
        lab.startAgent();
        OrderId job = lab.push(lab.job("touch " + folder.resolve("begun") + "; exec sleep 600", append("never")));
        TestLab.awaitFile(folder.resolve("begun"));

        lab.push(new Cancel(lab.header(), job));

        assertThat(end(job)).isEqualTo(JobEnd.CANCELLED);
        assertThat(lab.awaitEvent(job, Event.CancelSeen.class).point()).isEqualTo(CancelPoint.WHILE);
        assertThat(lab.events(job, Event.TaskDone.class))
                .extracting(done -> done.outcome().state())
                .containsExactly(TaskState.CANCELLED, TaskState.CANCELLED);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void aCancelMeetsJobsBeforeAfterAndUnseen() {
        Job running = lab.job("touch " + folder.resolve("begun") + "; exec sleep 600");
        Job waiting = lab.job(append("never"));
        Job unseen = lab.job(append("never"));
        lab.startAgent();
        lab.push(running);
        TestLab.awaitFile(folder.resolve("begun"));
        lab.push(waiting);
        lab.push(new Cancel(lab.header(), waiting.id()));
        lab.push(new Cancel(lab.header(), unseen.id()));
        lab.push(unseen);

        assertThat(lab.awaitEvent(waiting.id(), Event.CancelSeen.class).point()).isEqualTo(CancelPoint.BEFORE);
        assertThat(end(waiting.id())).isEqualTo(JobEnd.CANCELLED);
        assertThat(lab.awaitEvent(unseen.id(), Event.CancelSeen.class).point()).isEqualTo(CancelPoint.UNSEEN);
        assertThat(end(unseen.id())).isEqualTo(JobEnd.CANCELLED);
        lab.push(new Cancel(lab.header(), running.id()));
        end(running.id());
        lab.push(new Cancel(lab.header(), running.id()));
        await().atMost(TestLab.PATIENCE)
                .until(() -> lab.events(running.id(), Event.CancelSeen.class).size() == 2);
        assertThat(lab.events(running.id(), Event.CancelSeen.class))
                .extracting(Event.CancelSeen::point)
                .containsExactly(CancelPoint.WHILE, CancelPoint.AFTER);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void fetchesTheWholeOutput() {
        lab.startAgent();
        OrderId job = lab.push(lab.job("seq 1 100000"));
        end(job);

        lab.push(new Fetch(lab.header(), job, 0));

        await().atMost(TestLab.PATIENCE)
                .until(() -> lab.events(job, Event.Chunk.class).stream().anyMatch(Event.Chunk::last));
        StringBuilder out = new StringBuilder();
        lab.events(job, Event.Chunk.class).stream()
                .forEach(chunk -> out.append(chunk.content().text()));
        assertThat(out.toString().lines()).hasSize(100_000);
        lab.push(new Fetch(lab.header(), job, 7));
        assertThat(lab.awaitEvent(job, Event.NoOutput.class).task()).isEqualTo(7);
    }

    @Test
    void anOrderlyStopInterruptsTheCommandAndTheJobGoesOnLater() throws IOException {
        lab.startAgent();
        OrderId job =
                lab.push(lab.job(append("a") + "; touch " + folder.resolve("begun") + "; exec sleep 600", append("b")));
        TestLab.awaitFile(folder.resolve("begun"));

        assertThat(lab.stopAgent()).isTrue();
        Event.TaskDone done = lab.awaitEvent(job, Event.TaskDone.class);
        assertThat(done.outcome().state()).isEqualTo(TaskState.INTERRUPTED);
        assertThat(folder.resolve("b")).doesNotExist();

        lab.startAgent();

        assertThat(end(job)).isEqualTo(JobEnd.DONE);
        assertThat(lines("a")).hasSize(1);
        assertThat(lines("b")).hasSize(1);
    }

    @Test
    void aJobWhoseAdministratorLostOurTrustDoesNotRun() throws IOException {
        Instant now = Instant.now();
        lab.startAgent();
        Header later = lab.header(TestLab.REALM, new Target.All(), now.plusSeconds(2), now.plusSeconds(600));
        OrderId job = lab.push(Samples.job(later, TaskOptions.DEFAULT, append("never")));
        lab.awaitEvent(job, Event.Accepted.class);
        try (var files = Files.list(lab.paths.trust())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        lab.stopAgent();
        lab.startAgent();

        assertThat(lab.awaitEvent(job, Event.Refused.class).reason()).isEqualTo(Refusal.UNTRUSTED_SIGNER);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void correctsWhatJobAndHostAllow() {
        lab.startAgent();
        OrderId job = lab.push(lab.job("mkdir " + folder + "/x/y/z"));

        end(job);
        assertThat(lab.events(job, Event.TaskDone.class).get(0).outcome().state())
                .isEqualTo(TaskState.CORRECTED);
        assertThat(folder.resolve("x/y/z")).isDirectory();
    }

    @Test
    void keepsItsEntryInTheListOfHosts() {
        lab.startAgent();
        await().atMost(TestLab.PATIENCE).until(() -> !lab.presence().isEmpty());

        Presence here = lab.presence().get(0);
        assertThat(here.host()).isEqualTo(lab.host);
        assertThat(here.leaving()).isFalse();
        assertThat(here.trusted()).containsExactly(lab.administrator.fingerprint());
        assertThat(here.facts().text("os")).isNotEmpty();

        lab.stopAgent();

        assertThat(lab.presence()).extracting(Presence::leaving).containsExactly(true);
    }

    @Test
    void introducesItselfOnce() {
        lab.startAgent();

        await().atMost(TestLab.PATIENCE).until(() -> lab.enrolments.size() == 1);
        assertThat(lab.enrolments.get(0).isMadeWith(new Secret("token"))).isTrue();
        lab.stopAgent();
        lab.startAgent();
        end(lab.push(lab.job("true")));
        assertThat(lab.enrolments).hasSize(1);
    }
}
