package org.labcast.publisher.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.Header;
import org.labcast.model.HostName;
import org.labcast.model.Job;
import org.labcast.model.Order;
import org.labcast.model.OrderId;
import org.labcast.model.Target;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.store.Orders;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskSource;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Poster;
import org.labcast.transport.jms.Posting;
import org.labcast.transport.jms.PostingException;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;

/** Signs orders and posts them: numbered and remembered first, then all of their messages in one transaction. */
public final class Dispatcher {
    /**
     * The broker may drop a message only when no host would take it any more, and the clocks of lab machines differ:
     * hosts decide by the signed time, the broker just tidies up this much later.
     */
    private static final Duration BROKER_SLACK = Duration.ofHours(1);

    private final PublisherConfig config;
    private final Orders orders;
    private final Signer signer;
    private final Poster poster;
    private final ReplyAddress replies;
    private final Clock clock;

    public Dispatcher(
            PublisherConfig config, Orders orders, Signer signer, Poster poster, ReplyAddress replies, Clock clock) {
        this.config = config;
        this.orders = orders;
        this.signer = signer;
        this.poster = poster;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * @param validFor from now on; hosts refuse the order afterwards
     * @param draft makes the order from its header
     * @return what was posted
     */
    public <O extends Order> O post(Audience audience, Duration validFor, Function<Header, O> draft) {
        return post(audience, validFor, draft, Optional.empty(), Optional.empty());
    }

    /** Posts a task file as a job, and keeps its text with it. */
    public Job post(Audience audience, Duration validFor, TaskFile tasks) {
        return post(
                audience,
                validFor,
                header -> new Job(header, tasks.name(), tasks.tasks(), tasks.logAddress(), tasks.session()),
                tasks.source(),
                Optional.of(replies.receipts()));
    }

    private <O extends Order> O post(
            Audience audience,
            Duration validFor,
            Function<Header, O> draft,
            Optional<TaskSource> source,
            Optional<Bytes> receipted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        O order = draft.apply(new Header(
                config.realm(),
                OrderId.random(),
                signer.fingerprint(),
                orders.epoch(),
                orders.nextSequence(signer.fingerprint()),
                now,
                now,
                now.plus(validFor),
                audience.target(),
                replies.name(),
                receipted));
        Bytes payload = Codec.write(order);
        SignedMessage message = new SignedMessage(payload, signer.sign(payload));
        orders.save(order, payload, audience.expected());
        source.ifPresent(text -> orders.keep(order.id(), text));
        try {
            post(order, message);
        } catch (PostingException e) {
            if (e.fate() == PostingException.Fate.NOT_POSTED) {
                orders.forget(order.id());
            }
            throw e;
        }
        return order;
    }

    /** Posts once more what may be on the broker already; broker and hosts know it by its id and take it once. */
    public void postAgain(StoredJob stored) {
        post(stored.job(), new SignedMessage(stored.payload(), signer.sign(stored.payload())));
    }

    private void post(Order order, SignedMessage message) {
        try {
            poster.post(postings(order, message).toList());
        } catch (PostingException e) {
            if (order instanceof Job && e.fate() == PostingException.Fate.UNKNOWN) {
                throw new UnsureException(order.id(), e);
            }
            throw e;
        }
        orders.markPosted(order.id());
    }

    private static Stream<Posting> postings(Order order, SignedMessage message) {
        Target target = order.header().target();
        Stream<Posting> postings;
        if (target instanceof Target.Hosts named) {
            postings = named.hosts().stream().map(host -> Posting.toQueue(queue(order, host), message));
        } else {
            postings = Stream.of(Posting.toTopic(topic(order, target), message));
        }
        Instant dropped = order.header().expires().plus(BROKER_SLACK);
        return postings.map(
                posting -> posting.withDuplicateId(order.id().value()).expiring(dropped));
    }

    private static String queue(Order order, HostName host) {
        return order instanceof Job ? Addresses.jobs(host) : Addresses.control(host);
    }

    /** Control orders have one topic; a group's hosts pick theirs out by the signed target. */
    private static String topic(Order order, Target target) {
        if (!(order instanceof Job)) {
            return Addresses.CONTROL_ALL;
        }
        return target instanceof Target.Group group ? Addresses.jobs(group.group()) : Addresses.JOBS_ALL;
    }
}
