package org.labcast.broker;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Part of the broker: on one last-value address each user has one entry, whatever key it asks for, and a small one. So no
 * user can fill the address or replace another's entry. Depends on no other module of Labcast, because a standalone broker
 * loads it, too.
 */
public final class OneSmallEntryPerUser implements ActiveMQServerPlugin {
    private String address = "";
    private int largest;

    /** @param properties {@code address}, and {@code largest}: bytes of an entry with all its properties */
    @Override
    public void init(Map<String, String> properties) {
        address = PluginProperties.required(properties, "address");
        largest = Integer.parseInt(PluginProperties.required(properties, "largest"));
    }

    @Override
    public void beforeSend(
            ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        if (!address.equals(message.getAddress())) {
            return;
        }
        if (message.isLargeMessage() || message.getEncodeSize() > largest) {
            ActiveMQSecurityException refused = new ActiveMQSecurityException("User " + session.getUsername()
                    + " does not have permission to send more than " + largest + " bytes to " + address);
            refused.setStackTrace(new StackTraceElement[0]); // the broker logs each refusal: one line of it
            if (transaction != null) {
                transaction.markAsRollbackOnly(refused); // else its commit would succeed, without the message
            }
            throw refused;
        }
        message.setLastValueProperty(SimpleString.of(session.getValidatedUser()));
    }
}
