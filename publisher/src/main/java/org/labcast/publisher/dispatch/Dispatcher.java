package org.labcast.publisher.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.Target;
import org.labcast.publisher.home.PublisherConfig;
import org.labcast.publisher.store.Orders;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskSource;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SendException;
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
    private final DurableSender sender;
    private final ReplyAddress replies;
    private final Clock clock;

    public Dispatcher(
            PublisherConfig config,
            Orders orders,
            Signer signer,
            DurableSender sender,
            ReplyAddress replies,
            Clock clock) {
        this.config = config;
        this.orders = orders;
        this.signer = signer;
        this.sender = sender;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * @param validFor from now on; hosts refuse the order afterwards
     * @param draft makes the order from its header
     * @return what was posted
     */
    public <O extends Order> O post(ResolvedTarget resolvedTarget, Duration validFor, Function<Header, O> draft) {
        return post(resolvedTarget, validFor, draft, Optional.empty(), Optional.empty());
    }

    /** Posts a task file as a job, and keeps its text with it. */
    public Job post(ResolvedTarget resolvedTarget, Duration validFor, TaskFile tasks) {
        return post(
                resolvedTarget,
                validFor,
                header -> new Job(header, tasks.name(), tasks.tasks(), tasks.logAddress(), tasks.session()),
                tasks.source(),
                Optional.of(replies.receipts()));
    }

    private <O extends Order> O post(
            ResolvedTarget resolvedTarget,
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
                resolvedTarget.target(),
                replies.name(),
                receipted));
        Bytes payload = Codec.write(order);
        SignedMessage message = new SignedMessage(payload, signer.sign(payload));
        orders.save(order, payload, resolvedTarget.expected());
        source.ifPresent(text -> orders.keep(order.id(), text));
        try {
            post(order, message);
        } catch (SendException e) {
            if (e.fate() == SendException.Fate.NOT_POSTED) {
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
            sender.post(messages(order, message).toList());
        } catch (SendException e) {
            if (order instanceof Job && e.fate() == SendException.Fate.UNKNOWN) {
                throw new UncertainDeliveryException(order.id(), e);
            }
            throw e;
        }
        orders.markPosted(order.id());
    }

    private static Stream<OutboundMessage> messages(Order order, SignedMessage message) {
        Target target = order.header().target();
        Stream<OutboundMessage> messages;
        if (target instanceof Target.Hosts named) {
            messages = named.hosts().stream().map(host -> OutboundMessage.toQueue(queue(order, host), message));
        } else {
            messages = Stream.of(OutboundMessage.toTopic(topic(order, target), message));
        }
        Instant dropped = order.header().expires().plus(BROKER_SLACK);
        return messages.map(outboundMessage ->
                outboundMessage.withDuplicateId(order.id().value()).expiring(dropped));
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
