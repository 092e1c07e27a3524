package org.labcast.transport.jms;

import java.util.Set;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;

/**
 * Everything that is meant for one host: control messages and jobs, by name, for all, and for its groups.
 *
 * <p>Call {@link #drain} until nothing waits, then {@link #listen}; messages of one address come in order, control
 * messages of a backlog before jobs. A message is acknowledged after the receiver has returned. When the receiver
 * throws, or the connection breaks, {@link BusConnection#lost} of the connection completes and nothing more is
 * delivered.
 */
public final class HostInbox implements AutoCloseable {
    private final MultiQueueConsumer consumers;

    private HostInbox(MultiQueueConsumer consumers) {
        this.consumers = consumers;
    }

    /**
     * @throws BusException IN_USE when an agent of this host is already connected, NO_SUCH_ADDRESS when the host or a
     *     group has not been provisioned, NOT_PERMITTED when the user is another host's
     */
    public static HostInbox open(BusConnection connection, HostName host, Set<GroupName> groups) {
        MultiQueueConsumer consumers = new MultiQueueConsumer(connection, new MessageReader(Limits.DEFAULT));
        consumers.add(Addresses.control(host), Addresses.control(host));
        consumers.add(Addresses.CONTROL_ALL, Addresses.subscriptionToControl(host));
        consumers.add(Addresses.jobs(host), Addresses.jobs(host));
        consumers.add(Addresses.JOBS_ALL, Addresses.subscriptionToJobs(host));
        for (GroupName group : groups) {
            consumers.add(Addresses.jobs(group), Addresses.subscription(host, group));
        }
        return new HostInbox(consumers);
    }

    /**
     * Hands over all that waits on the broker and returns.
     *
     * @return how many messages that was
     * @throws BusException RECEIVER when the receiver threw, LOST when the connection broke
     */
    public int drain(Receiver receiver) {
        return consumers.drain(receiver);
    }

    /** Hands over whatever comes from now on, on one thread of the connection. Returns at once. */
    public void listen(Receiver receiver) {
        consumers.listen(receiver);
    }

    @Override
    public void close() {
        consumers.close();
    }
}
