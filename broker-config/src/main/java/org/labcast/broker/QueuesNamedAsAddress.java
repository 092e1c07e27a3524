package org.labcast.broker;

import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;

/**
 * Part of the broker: refuses queues below an address that are not named as their address. The broker's permissions
 * look at addresses only, and names of queues are one space for all: whoever may make a queue for replies could take the
 * name of another host's queue. Depends on nothing else of Labcast, because a standalone broker loads it, too.
 */
public final class QueuesNamedAsAddress implements ActiveMQServerPlugin {
    private String prefix = "";

    /** @param properties {@code addresses}: what the addresses begin with */
    @Override
    public void init(Map<String, String> properties) {
        prefix = Objects.requireNonNull(properties.get("addresses"), "the property 'addresses' of the plugin");
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        if (queue.getAddress().toString().startsWith(prefix) && !queue.getName().equals(queue.getAddress())) {
            throw new ActiveMQSecurityException(
                    "User " + queue.getUser() + " does not have permission to create the queue " + queue.getName()
                            + ": a queue under " + prefix + " is named as its address");
        }
    }
}
