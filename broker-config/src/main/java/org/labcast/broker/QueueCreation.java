package org.labcast.broker;

import java.util.List;
import java.util.Optional;
import org.labcast.text.Printable;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Management;
import org.labcast.transport.jms.Management.Answer;
import org.labcast.transport.jms.Management.FoundQueue;

/**
 * Creates queues, and sees that they are the ones that were wanted: the broker passes over a name that exists, whatever
 * address it belongs to, and hosts may make queues for replies. One that is in the way is replaced.
 */
final class QueueCreation {
    private static final int ATTEMPTS = 3;

    private final Management management;

    /**
     * @param mostConsumers at the same time; -1 for any number
     * @param lastValue whether it keeps the last message of each key, for looking at
     */
    record Wanted(String address, String name, boolean multicast, int mostConsumers, boolean lastValue) {
        private static final int ANY_NUMBER = -1;

        /** A queue of the same name as its address. */
        static Wanted queue(String name) {
            return new Wanted(name, name, false, ANY_NUMBER, false);
        }

        static Wanted lastValue(String name) {
            return new Wanted(name, name, false, ANY_NUMBER, true);
        }

        private boolean isAs(FoundQueue found) {
            return found.equals(new FoundQueue(address, multicast, true, Optional.empty()));
        }
    }

    QueueCreation(Management management) {
        this.management = management;
    }

    /**
     * What waits in those that are as they should be stays there.
     *
     * @throws BusException REFUSED when another queue of that name comes back each time
     */
    void create(List<Wanted> queues) {
        List<Wanted> left = queues;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            management
                    .callAll(left.stream().map(ManagementCalls::create).toList())
                    .forEach(QueueCreation::check);
            left = left.stream()
                    .filter(queue ->
                            !management.queue(queue.name()).filter(queue::isAs).isPresent())
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            management.callAll(left.stream()
                    .map(queue -> ManagementCalls.destroy(queue.name()))
                    .toList());
        }
        throw inTheWay(left.get(0));
    }

    private static void check(Answer answer) {
        if (!answer.succeeded()) {
            throw new BusException(
                    BusException.Fault.REFUSED, "The broker refused to create a queue: " + answer.text());
        }
    }

    private BusException inTheWay(Wanted queue) {
        String where = management
                .queue(queue.name())
                .map(found -> ", at the address " + Printable.of(found.address()))
                .orElse("");
        return new BusException(
                BusException.Fault.REFUSED,
                "Another queue named " + queue.name() + " comes back on the broker each time it is removed" + where
                        + ". Remove the host that makes it, 'publisher hosts --remove NAME', and repeat this.");
    }
}
