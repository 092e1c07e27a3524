package org.labcast.broker;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.jspecify.annotations.Nullable;

/**
 * Part of the broker: what one user has waiting at some addresses, all together, is bounded, so that none of many can use
 * them up for the others. A user over budget is told that the address is full, as by the broker's own limits.
 *
 * <p>Each message carries what it was charged, so that it gives back just that when it leaves its queue. Charges are those of
 * one run of the broker: what waited when it started is not counted again, and stays bounded by the limits of its address.
 * Depends on no other module of Labcast, because a standalone broker loads it, too.
 */
public final class BudgetPerUser implements ActiveMQServerPlugin {
    /** Told apart from the charges of earlier runs, which are not counted. */
    private final String run = UUID.randomUUID() + ":";

    /** The property of messages; each budget has its own, since each sees all messages. */
    private SimpleString chargeProperty = SimpleString.of("");

    private List<String> prefixes = List.of();
    private String users = "";
    private WaitingByUser waiting = new WaitingByUser(0, 0);
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
        waiting = new WaitingByUser(
                Long.parseLong(PluginProperties.required(properties, "messages")),
                Long.parseLong(PluginProperties.required(properties, "bytes")));
    }

    @Override
    public void registered(ActiveMQServer broker) {
        server = broker;
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
        if (!user.startsWith(users) || prefixes.stream().noneMatch(address::startsWith)) {
            return;
        }
        long bytes = size(message);
        if (!waiting.add(user, address, bytes)) {
            waiting.addresses(user).stream().filter(this::isEmpty).forEach(waiting::forget);
            if (!waiting.add(user, address, bytes)) {
                ActiveMQAddressFullException refused =
                        new ActiveMQAddressFullException("User " + user + " has as much waiting at "
                                + String.join(" and ", prefixes) + " as it may: " + waiting.limits());
                refused.setStackTrace(new StackTraceElement[0]); // the broker logs each refusal: one line of it
                if (transaction != null) {
                    transaction.markAsRollbackOnly(refused); // else its commit would succeed, without the message
                }
                throw refused;
            }
        }
        message.putStringProperty(chargeProperty, SimpleString.of(run + bytes + ":" + user));
        if (transaction != null) {
            transaction.addOperation(new TransactionOperationAbstract() {
                @Override
                public void afterRollback(Transaction tx) {
                    // the message has lost its properties by now
                    waiting.remove(user, address, bytes);
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
            giveBack(message.getStringProperty(chargeProperty), address(message));
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
            giveBack(message.getStringProperty(chargeProperty), address(message));
        }
    }

    @Override
    public void messageAcknowledged(
            @Nullable Transaction transaction,
            MessageReference reference,
            AckReason reason,
            @Nullable ServerConsumer consumer) {
        String address = reference.getQueue().getAddress().toString();
        String charge = reference.getMessage().getStringProperty(chargeProperty);
        if (transaction == null) {
            giveBack(charge, address);
        } else if (charge != null) {
            transaction.addOperation(new TransactionOperationAbstract() {
                @Override
                public void afterCommit(Transaction tx) {
                    giveBack(charge, address);
                }
            });
        }
    }

    private void giveBack(@Nullable String charge, String address) {
        if (charge != null && charge.startsWith(run)) {
            String[] parts = charge.split(":", 3);
            waiting.remove(parts[2], address, Long.parseLong(parts[1]));
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
