package org.labcast.transport.jms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.labcast.model.PublisherName;

/** What hosts sent to one publisher, under each of its names: results and alerts, and enrolments. */
public final class ResultInbox implements AutoCloseable {
    private final List<BatchConsumer> lanes = new ArrayList<>();

    private ResultInbox() {}

    /** @throws BusException NO_SUCH_ADDRESS when the publisher has not been provisioned */
    public static ResultInbox open(BusConnection connection, Collection<PublisherName> names) {
        ResultInbox inbox = new ResultInbox();
        Stream.concat(names.stream().map(Addresses::enrolments), names.stream().map(Addresses::results))
                .forEach(address -> inbox.lanes.add(new BatchConsumer(connection, address)));
        return inbox;
    }

    /**
     * Hands over all that waits on the broker, enrolments first, and returns.
     *
     * @return how many messages that was
     * @throws BusException RECEIVER when the receiver threw, LOST when the connection broke
     */
    public int drain(BatchReceiver receiver) {
        return drain(receiver, () -> false);
    }

    /**
     * As {@link #drain(BatchReceiver)}, but no longer than wanted.
     *
     * @param enough asked after each batch, of which each queue gives one at least if it has any
     */
    public int drain(BatchReceiver receiver, BooleanSupplier enough) {
        return lanes.stream().mapToInt(lane -> lane.drain(receiver, enough)).sum();
    }

    /**
     * Hands over whatever comes from now on, enrolments and all else each in a thread of its own.
     * Returns at once.
     */
    public void listen(BatchReceiver receiver) {
        lanes.forEach(lane -> lane.listen(receiver));
    }

    @Override
    public void close() {
        lanes.forEach(BatchConsumer::close);
    }
}
