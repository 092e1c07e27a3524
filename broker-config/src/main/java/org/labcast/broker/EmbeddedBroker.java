package org.labcast.broker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQBasicSecurityManager;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;

/** An Artemis broker within this process, with the settings of the standalone one. */
public final class EmbeddedBroker implements AutoCloseable {
    private final DataFolderLock lock;
    private final ActiveMQServer server;
    private final List<Listener> listeners;

    private EmbeddedBroker(DataFolderLock lock, ActiveMQServer server, List<Listener> listeners) {
        this.lock = lock;
        this.server = server;
        this.listeners = listeners;
    }

    /**
     * Starts a broker and returns when it takes connections.
     *
     * @param data folder of its journal, pages and large messages; made when absent, locked while the broker runs
     * @param administrator this publisher's user is made, or given this password
     * @throws BrokerException when another broker uses the folder, or a port is taken
     */
    public static EmbeddedBroker start(
            Path data, List<Listener> listeners, PublisherName administrator, Secret password) {
        return start(data, listeners, administrator, password, () -> {});
    }

    /** @param whenFailed called, from another thread, when its disk failed it or a part of it is stuck: it is of no use any more */
    public static EmbeddedBroker start(
            Path data, List<Listener> listeners, PublisherName administrator, Secret password, Runnable whenFailed) {
        DataFolderLock lock = DataFolderLock.take(data);
        try {
            listeners.forEach(EmbeddedBroker::checkFree);
            Configuration settings = ShippedSettings.load(data, listeners, whenFailed);
            ActiveMQServer server = new ActiveMQServerImpl(settings, security(administrator, password));
            server.start();
            return new EmbeddedBroker(lock, server, actual(server, listeners));
        } catch (BrokerException e) {
            lock.close();
            throw e;
        } catch (Exception e) {
            lock.close();
            throw new BrokerException("The broker cannot start on " + data + ": " + e.getMessage(), e);
        }
    }

    /** The broker itself would start without a listener and only log that its port is taken. */
    private static void checkFree(Listener listener) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(listener.host(), listener.port()));
        } catch (IOException e) {
            throw new BrokerException(
                    "The broker cannot listen at " + listener.host() + ":" + listener.port() + " (" + e.getMessage()
                            + "); is another broker running?",
                    e);
        }
    }

    private static ActiveMQBasicSecurityManager security(PublisherName administrator, Secret password) {
        return new ActiveMQBasicSecurityManager()
                .init(Map.of(
                        ActiveMQBasicSecurityManager.BOOTSTRAP_USER, Provisioning.user(administrator),
                        ActiveMQBasicSecurityManager.BOOTSTRAP_PASSWORD, password.value(),
                        ActiveMQBasicSecurityManager.BOOTSTRAP_ROLE, Provisioning.ADMINISTRATORS));
    }

    private static List<Listener> actual(ActiveMQServer server, List<Listener> wanted) {
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> wanted.get(i)
                        .at(server.getRemotingService()
                                .getAcceptor(ShippedSettings.acceptorName(i))
                                .getActualPort()))
                .toList();
    }

    /** The listeners in the order given, with the ports that were found for 0. */
    public List<Listener> listeners() {
        return listeners;
    }

    /** Stops it; everything durable is on disk. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new BrokerException("The broker did not stop cleanly: " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }
}
