package org.labcast.broker;

import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Part of the broker: refuses queues below an address that are not named as their address, and more than some of one user.
 * The broker's permissions look at addresses only, and names of queues are one space for all: a user who may make a queue for
 * replies could take the name of another host's queue. Depends on no other module of Labcast, because a standalone broker
 * loads it, too.
 *
 * <p>The names are {@code PREFIX USER . ONE-LABEL}, and {@code USER} has one dot, so that all of one user are those that
 * differ in the last label only.
 */
public final class QueuesNamedAsAddress implements ActiveMQServerPlugin {
    private static final int DOTS = 2;

    private String prefix = "";
    private int most;
    private @Nullable ActiveMQServer server;

    /** @param properties {@code addresses}: what the addresses begin with; {@code most}: how many one user may have */
    @Override
    public void init(Map<String, String> properties) {
        prefix = PluginProperties.required(properties, "addresses");
        most = Integer.parseInt(PluginProperties.required(properties, "most"));
    }

    @Override
    public void registered(ActiveMQServer broker) {
        server = broker;
    }

    @Override
    public void beforeAddAddress(AddressInfo added, boolean reload) throws ActiveMQException {
        String name = added.getName().toString();
        if (reload || !name.startsWith(prefix)) {
            return;
        }
        if (name.substring(prefix.length())
                        .chars()
                        .filter(letter -> letter == '.')
                        .count()
                != DOTS) {
            throw new ActiveMQSecurityException("An address for replies is " + prefix + "USER.LABEL, not " + name);
        }
        String ofUser = name.substring(0, name.lastIndexOf('.') + 1);
        long there = Objects.requireNonNull(server).getPostOffice().getAddresses().stream()
                .filter(address -> address.toString().startsWith(ofUser))
                .count();
        if (there >= most) {
            throw new ActiveMQSecurityException("There are " + most + " queues for replies already under " + ofUser
                    + ", more than any program needs");
        }
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
