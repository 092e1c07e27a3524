package org.labcast.agent.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.agent.Samples;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.agent.ledger.AwaitedReceipt;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Secret;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Receipt;
import org.labcast.model.result.Result;
import org.labcast.model.result.TaskState;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** A result is kept until the publisher's signed receipt is there, and sent again until then, ever more rarely. */
class ReceiptTest {
    private static final SecretKey HOST_KEY = SecretKey.generate("host", Clock.systemUTC());
    private static final SecretKey HOME_KEY = SecretKey.generate("home", Clock.systemUTC());
    private static final OrderId JOB = Samples.id(1);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final List<OutboundMessage> posted = new ArrayList<>();
    private final List<Incoming> passedOn = new ArrayList<>();
    private Ledger ledger;
    private Outbox outbox;
    private BrokerSender broker;
    private Reporter reporter;
    private ReceiptReader reader;

    @BeforeEach
    void start() {
        HostIdentity identity = new HostIdentity(Samples.REALM, Samples.HOST, new TreeSet<>());
        HealthStatus health = new HealthStatus();
        ledger = Ledger.open(folder.resolve("ledger"));
        BlockingLedger patient = new BlockingLedger(ledger, health);
        outbox = new Outbox(patient, identity, HOST_KEY, new HostSecret(new Secret("secret")), clock);
        broker = new BrokerSender(ledger.signal());
        broker.open(posted::addAll);
        reporter = new Reporter(ledger, outbox, broker, health, clock);
        reader = new ReceiptReader(patient, outbox, identity, passedOn::add, clock);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void isSentAgainUntilThereIsAReceipt() {
        take(true);
        report();
        assertThat(posted).hasSize(1);

        clock.forward(Duration.ofMinutes(30));
        report();
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).message().payload())
                .as("the same result")
                .isEqualTo(posted.get(0).message().payload());
        assertThat(posted.get(1).duplicateId())
                .as("as another message, or the broker would drop it")
                .isNotEqualTo(posted.get(0).duplicateId());

        reader.receive(receipt(HOME_KEY, Samples.HOST, 1));
        clock.forward(Duration.ofDays(20));
        report();
        assertThat(posted).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    /** The bell would wake the threads of the agent, and among them the one that rang. */
    @Test
    void ringsNothingWhileThereIsNothingToDo() {
        take(true);
        report();
        long rings = ledger.signal().rings();
        report();
        assertThat(ledger.signal().rings()).isEqualTo(rings);
    }

    @Test
    void isSentOnceToAPublisherThatGivesNoReceipts() {
        take(false);
        report();
        clock.forward(Duration.ofDays(20));
        report();

        assertThat(posted).hasSize(1);
        assertThat(kept()).isEmpty();
    }

    @Test
    void isKeptThroughARestart() {
        take(true);
        report();
        ledger.close();
        start();
        assertThat(kept()).containsExactly(1L);
        report();

        clock.forward(Duration.ofMinutes(30));
        report();
        assertThat(posted).hasSize(2);
    }

    @Test
    void receiptsThatTheJobsKeyHasNotSignedOrForOtherHostsDoNothing() {
        take(true);
        report();

        reader.receive(receipt(HOST_KEY, Samples.HOST, 1));
        reader.receive(receipt(HOME_KEY, new HostName("lab-02"), 1));
        Incoming.Arrived good = receipt(HOME_KEY, Samples.HOST, 1);
        Bytes other = Codec.write(new Receipt(Samples.REALM, Samples.HOST, clock.instant(), List.of()));
        reader.receive(
                new Incoming.Arrived(new SignedMessage(other, good.message().signature()), "a", "s"));

        assertThat(kept()).containsExactly(1L);
        assertThat(passedOn).isEmpty();
    }

    @Test
    void ordersAreLeftToTheNextReceiver() {
        Bytes order = Codec.write(Samples.job(Samples.header(3), TaskOptions.DEFAULT, "date"));
        reader.receive(new Incoming.Arrived(new SignedMessage(order, order), "a", "s"));

        assertThat(passedOn).hasSize(1);
    }

    @Test
    void whatThePublisherLacksIsSentWithinAMinute() {
        take(true);
        report();
        ledger.append(new Entry.JobEnded(JOB, clock.instant(), JobEnd.DONE));
        clock.forward(Duration.ofSeconds(2));
        report();
        assertThat(posted).hasSize(2);

        reader.receive(receipt(HOME_KEY, Samples.HOST, 2));
        assertThat(kept()).containsExactly(1L);
        clock.forward(Duration.ofSeconds(61));
        report();

        assertThat(numbers()).containsExactly(1L, 2L, 1L);
    }

    @Test
    void aMonthWithoutAPublisherMakesAboutADozenCopies() {
        take(true);
        for (int minute = 0; minute < 29 * 24 * 60; minute += 5) {
            report();
            clock.forward(Duration.ofMinutes(5));
        }

        assertThat(posted).hasSizeBetween(8, 15);
        assertThat(kept()).hasSize(1);
        clock.forward(Duration.ofDays(10));
        report();
        report();
        assertThat(kept()).as("as long as the job's id is remembered").isEmpty();
    }

    /** A lab whose broker has come back does not send everything in the same minute. */
    @Test
    void aNewConnectionSendsAgainSoonerAndSpreadOut() {
        take(true);
        report();
        clock.forward(Duration.ofMinutes(5));
        broker.open(messages -> posted.addAll(messages));
        report();
        assertThat(posted).hasSize(1);

        clock.forward(Duration.ofMinutes(12));
        report();
        assertThat(posted).hasSize(2);
    }

    @Test
    void theOldestAreGivenUpWhenTooMuchWaits() {
        for (long number = 1; number <= 20; number++) {
            take(number, true, "x".repeat(700_000));
            report();
            clock.forward(Duration.ofSeconds(2));
        }
        report();

        assertThat(ledger.read(LedgerState::awaitedOrders))
                .doesNotContain(Samples.id(1), Samples.id(2))
                .contains(Samples.id(20));
        assertThat(ledger.read(LedgerState::awaited).stream()
                        .mapToLong(each -> each.result().weight())
                        .sum())
                .isLessThanOrEqualTo(Outbox.AWAITED_WEIGHT);
    }

    private void take(boolean receipts) {
        take(1, receipts, "x");
    }

    /** A job that was taken, and whose first command has ended. */
    private void take(long number, boolean receipts, String output) {
        Header plain = Samples.header(1);
        Header header = new Header(
                plain.realm(),
                Samples.id(number),
                plain.signer(),
                1,
                number,
                clock.instant(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)),
                new Target.All(),
                plain.replyTo(),
                receipts ? Optional.of(Bytes.of(HOME_KEY.certificate().encoded())) : Optional.empty());
        Job job = Samples.job(header, TaskOptions.DEFAULT, "date");
        ledger.append(
                new Entry.JobAccepted(clock.instant(), header, Codec.write(job), Bytes.utf8("signature")),
                new Entry.JobStarted(job.id(), clock.instant()),
                new Entry.TaskEnded(job.id(), Samples.outcome(0, TaskState.SUCCEEDED, output)));
    }

    /** Does what is due. */
    private void report() {
        reporter.step();
    }

    private List<Long> kept() {
        return ledger.read(LedgerState::awaited).stream()
                .map(AwaitedReceipt::result)
                .map(result -> result.number())
                .toList();
    }

    private List<Long> numbers() {
        return posted.stream()
                .map(message -> (Result) Codec.readHostMessage(message.message().payload()))
                .map(Result::number)
                .toList();
    }

    private Incoming.Arrived receipt(SecretKey by, HostName host, long... numbers) {
        List<Receipt.Run> runs = Arrays.stream(numbers)
                .mapToObj(number -> new Receipt.Run(number, number))
                .toList();
        Bytes payload =
                Codec.write(new Receipt(Samples.REALM, host, clock.instant(), List.of(new Receipt.Held(JOB, runs))));
        return new Incoming.Arrived(new SignedMessage(payload, by.sign(payload)), "a", "s");
    }

    private static final class HandClock extends Clock {
        private Instant now = Samples.NOW;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
