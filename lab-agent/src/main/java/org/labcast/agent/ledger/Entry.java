package org.labcast.agent.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.order.Header;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Refusal;

/** One thing that happened and must not be forgotten. Events for the publisher follow from these; see {@link LedgerState}. */
public sealed interface Entry {
    /** Version of the file's form; the first entry of every ledger. */
    record Format(int version) implements Entry {}

    /** An entry that matters as long as the order it is about. */
    sealed interface OfOrder extends Entry {
        /** The order whose results tell of it. */
        OrderId order();
    }

    /** An order that was verified and taken: its id and its sequence number are used up. */
    sealed interface Taken extends OfOrder {
        Header header();

        /** SHA-256 of the order's payload, lower-case hexadecimal. */
        String digest();

        @Override
        default OrderId order() {
            return header().id();
        }
    }

    /**
     * A job is ours to run. Payload and signature are kept, not what was read from them: the job is verified once
     * more before it runs, so that one whose administrator lost our trust meanwhile does not.
     */
    record JobAccepted(Instant at, Header header, Bytes payload, Bytes signature) implements Taken {
        @Override
        public String digest() {
            return payload.sha256();
        }
    }

    /** Its first command is about to start. */
    record JobStarted(OrderId order, Instant at) implements OfOrder {}

    /** A command is about to start; written before it does. */
    record AttemptStarted(
            OrderId order, int task, int attempt, Instant at, String command, Optional<Correction> correction)
            implements OfOrder {}

    /** Another attempt follows this one; written with the start of that. */
    record AttemptEnded(OrderId order, Attempt attempt) implements OfOrder {}

    /**
     * The command that is about to start asks for a reboot of the machine; written with its start.
     *
     * @param boot id of the boot that it starts in
     */
    record RebootAsked(OrderId order, String boot) implements OfOrder {}

    /** The job's shell has ended with its last command, and with it the file: what follows there does not run. */
    record FileEnded(OrderId order) implements OfOrder {}

    record TaskEnded(OrderId order, Outcome outcome) implements OfOrder {}

    record JobEnded(OrderId order, Instant at, JobEnd end) implements OfOrder {}

    /** A job that was accepted and will not run after all, because it no longer passes the gate. */
    record JobDropped(OrderId order, Instant at, Refusal reason, String explanation) implements OfOrder {}

    record CancelTaken(Instant at, Header header, String digest, OrderId job, CancelPoint point) implements Taken {
        @Override
        public OrderId order() {
            return job;
        }
    }

    record PingTaken(Instant at, Header header, String digest) implements Taken {}

    record FetchTaken(Instant at, Header header, String digest, OrderId job, int task) implements Taken {}

    /** A piece of the answer to a fetch of that job's output: a chunk, or that there is none. */
    record FetchAnswered(OrderId order, PublisherName to, Event piece) implements OfOrder {}

    record FetchEnded(OrderId order) implements OfOrder {}

    /**
     * A trusted administrator's order was refused.
     *
     * @param header of the refused order; nothing of it is used up
     */
    record OrderRefused(Instant at, Header header, String digest, Refusal reason, String explanation)
            implements OfOrder {
        @Override
        public OrderId order() {
            return header.id();
        }
    }

    record AlertRaised(PublisherName to, Alert alert) implements Entry {}

    record AlertSent(OrderId alert) implements Entry {}

    /** The first {@code events} that wait for {@code to} are the content of the order's result {@code number}, for good. */
    record ResultNumbered(OrderId order, PublisherName to, long number, int events, Instant at) implements OfOrder {}

    /** The broker has confirmed a result, which is the end of it. */
    record ResultSent(OrderId order, long number) implements OfOrder {}

    /** The broker has confirmed a copy of a result, which is kept until its publisher holds it. */
    record ResultConfirmed(OrderId order, long number, Instant at) implements OfOrder {}

    /** Results that are kept no longer: their publisher holds them, or too much was waiting for its receipts. */
    record ResultsReleased(OrderId order, List<Range> numbers) implements OfOrder {
        public ResultsReleased {
            numbers = List.copyOf(numbers);
        }
    }

    /** What compaction keeps of an administrator's sequence numbers, for ever. */
    record NumbersTaken(Fingerprint signer, long epoch, List<Range> ranges) implements Entry {}

    /**
     * What compaction keeps of an order that is over and reported.
     *
     * @param taken whether it was taken (not merely refused)
     * @param results number of its last result
     */
    record OrderRemembered(OrderId order, boolean taken, String digest, long results, Instant until)
            implements OfOrder {}
}
