package org.labcast.broker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ActivateCallback;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.apache.activemq.artemis.utils.collections.LinkedListIterator;
import org.jspecify.annotations.Nullable;

/**
 * Part of the broker: what one user has waiting at some addresses, all together, is bounded, so that none of many can use
 * them up for the others. A user over budget is told that the address is full, as by the broker's own limits.
 *
 * <p>Each message carries what it was charged, so that it gives back just that when it leaves its queue. The charges
 * are in the journal with their messages, and are counted again when the broker has loaded it. Depends on no other module of Labcast, because a standalone broker loads it, too.
 */
public final class BudgetPerUser implements ActiveMQServerPlugin {
    /** What a charge begins with; earlier versions wrote something else there, and nobody reads it. */
    private static final String FORM = "1:";

    /** The property of messages; each budget has its own, since each sees all messages. */
    private SimpleString chargeProperty = SimpleString.of("");

    private List<String> prefixes = List.of();
    private String users = "";
    private WaitingByUser waitingByUser = new WaitingByUser(0, 0);
    private @Nullable ActiveMQServer server;

    /**
     * @param properties {@code addresses}: what they begin with, separated by blanks; {@code users}: what the names of users
     *     with a budget begin with; {@code messages} and {@code bytes}: the budget of each
     */
    @Override
    public void init(Map<String, String> properties) {
        prefixes = List.of(PluginProperties.required(properties, "addresses").split(" "));
        chargeProperty = SimpleString.of("_LABCAST_CHARGE " + PluginProperties.required(properties, "addresses"));
        users = PluginProperties.required(properties, "users");
        waitingByUser = new WaitingByUser(
                Long.parseLong(PluginProperties.required(properties, "messages")),
                Long.parseLong(PluginProperties.required(properties, "bytes")));
    }

    @Override
    public void registered(ActiveMQServer broker) {
        server = broker;
        broker.registerActivateCallback(new ActivateCallback() {
            @Override
            public void activated() {
                countAll(broker);
            }
        });
    }

    /** The journal has been loaded, and nobody can connect yet. */
    private void countAll(ActiveMQServer broker) {
        broker.getPostOffice()
                .getAllBindings()
                .filter(QueueBinding.class::isInstance)
                .map(binding -> ((QueueBinding) binding).getQueue())
                .filter(queue -> isBounded(queue.getAddress().toString()))
                .forEach(this::count);
    }

    private void count(Queue queue) {
        try (LinkedListIterator<MessageReference> waiting = queue.browserIterator()) {
            while (waiting.hasNext()) {
                Charge.of(waiting.next().getMessage(), chargeProperty)
                        .ifPresent(charge -> waitingByUser.load(
                                charge.user(), queue.getAddress().toString(), charge.bytes()));
            }
        }
    }

    private boolean isBounded(String address) {
        return prefixes.stream().anyMatch(address::startsWith);
    }

    @Override
    public void beforeSend(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        message.removeProperty(chargeProperty); // nobody gives back what it was not charged
        String user = Objects.requireNonNullElse(session.getValidatedUser(), "");
        String address = address(message);
        if (!user.startsWith(users) || !isBounded(address)) {
            return;
        }
        long bytes = size(message);
        if (!waitingByUser.add(user, address, bytes)) {
            waitingByUser.addresses(user).stream().filter(this::isEmpty).forEach(waitingByUser::forget);
            if (!waitingByUser.add(user, address, bytes)) {
                ActiveMQAddressFullException refused =
                        new ActiveMQAddressFullException("User " + user + " has as much waiting at "
                                + String.join(" and ", prefixes) + " as it may: " + waitingByUser.limits());
                refused.setStackTrace(new StackTraceElement[0]); // the broker logs each refusal: one line of it
                if (transaction != null) {
                    transaction.markAsRollbackOnly(refused); // else its commit would succeed, without the message
                }
                throw refused;
            }
        }
        message.putStringProperty(chargeProperty, SimpleString.of(FORM + bytes + ":" + user));
        if (transaction != null) {
            transaction.addOperation(new TransactionOperationAbstract() {
                @Override
                public void afterRollback(Transaction tx) {
                    // the message has lost its properties by now
                    waitingByUser.remove(user, address, bytes);
                }
            });
        }
    }

    @Override
    public void afterSend(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            RoutingStatus result) {
        if (result != RoutingStatus.OK && session.getCurrentTransaction() == null) {
            giveBack(Charge.of(message, chargeProperty), address(message));
        }
    }

    @Override
    public void onSendException(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue,
            Exception e) {
        if (transaction == null) {
            giveBack(Charge.of(message, chargeProperty), address(message));
        }
    }

    @Override
    public void messageAcknowledged(
            @Nullable Transaction transaction,
            MessageReference reference,
            AckReason reason,
            @Nullable ServerConsumer consumer) {
        String address = reference.getQueue().getAddress().toString();
        Optional<Charge> charge = Charge.of(reference.getMessage(), chargeProperty);
        if (transaction == null) {
            giveBack(charge, address);
        } else if (charge.isPresent()) {
            transaction.addOperation(new TransactionOperationAbstract() {
                @Override
                public void afterCommit(Transaction tx) {
                    giveBack(charge, address);
                }
            });
        }
    }

    private void giveBack(Optional<Charge> charge, String address) {
        charge.ifPresent(given -> waitingByUser.remove(given.user(), address, given.bytes()));
    }

    /** What a user was charged for a message; the broker alone writes it. */
    private record Charge(String user, long bytes) {
        static Optional<Charge> of(Message message, SimpleString property) {
            String text = message.getStringProperty(property);
            if (text == null) {
                return Optional.empty();
            }
            String[] parts = text.split(":", 3);
            return Optional.of(new Charge(parts[2], Long.parseLong(parts[1])));
        }
    }

    /** Counts that went astray, should there ever be any, end when nothing waits. */
    private boolean isEmpty(String address) {
        try {
            for (Binding binding :
                    Objects.requireNonNull(server).getPostOffice().getDirectBindings(SimpleString.of(address))) {
                if (binding instanceof QueueBinding queue && queue.getQueue().getMessageCount() > 0) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static String address(Message message) {
        String address = Objects.requireNonNullElse(message.getAddress(), "");
        int queue = address.indexOf("::");
        return queue < 0 ? address : address.substring(0, queue);
    }

    private static long size(Message message) throws ActiveMQException {
        if (message instanceof LargeServerMessage large) {
            try {
                return message.getEncodeSize() + large.getLargeBody().getBodySize();
            } catch (Exception e) {
                throw new ActiveMQException("cannot tell the size of a large message: " + e.getMessage());
            }
        }
        return message.getEncodeSize();
    }
}
