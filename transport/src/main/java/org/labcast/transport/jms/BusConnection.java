package org.labcast.transport.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.core.remoting.impl.netty.SharedEventLoopGroup;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.transport.jms.BusException.Fault;

/**
 * One authenticated connection to the broker. It never reconnects by itself: when it is lost it says so, and its owner
 * opens another one when it sees fit.
 */
public final class BusConnection implements AutoCloseable {
    private static volatile boolean used;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final CompletableFuture<BusException> lost = new CompletableFuture<>();

    private BusConnection(ActiveMQConnectionFactory factory, Connection connection, Endpoint endpoint)
            throws JMSException {
        this.factory = factory;
        this.connection = connection;
        connection.setExceptionListener(e -> lost.complete(
                new BusException(Fault.LOST, "The connection to the broker at " + endpoint.url() + " was lost.", e)));
        connection.start();
    }

    /**
     * Connects and logs in; takes at most a few seconds.
     *
     * @throws BusException UNREACHABLE, UNTRUSTED, CREDENTIALS, or what else went wrong
     */
    public static BusConnection open(Endpoint endpoint) {
        return open(endpoint, Timeouts.STANDARD);
    }

    /** The same with other timeouts. */
    public static BusConnection open(Endpoint endpoint, Timeouts timeouts) {
        used = true;
        ActiveMQConnectionFactory factory = ConnectionFactories.of(endpoint, timeouts);
        try {
            Connection connection = factory.createConnection(
                    endpoint.user(), endpoint.password().value());
            return new BusConnection(factory, connection, endpoint);
        } catch (JMSException e) {
            factory.close();
            throw ConnectFaults.of(endpoint, timeouts, e);
        }
    }

    /**
     * Completed once, when the connection or something that hangs on it is of no more use; never on {@link #close}.
     * Whoever waits for it should then close this connection and open another.
     */
    public CompletableFuture<BusException> lost() {
        return lost.copy();
    }

    /**
     * Ends the client library's threads, which otherwise live on for ten seconds after the last connection. For the end
     * of a program: the virtual machine waits 300 ms for threads that are in native code, such as these.
     */
    public static void endThreads() {
        if (used) {
            SharedEventLoopGroup.forceShutdown();
        }
    }

    void fail(BusException reason) {
        lost.complete(reason);
    }

    /** A session for one thread. Its core session lets us look at a message's size before its body is loaded. */
    ActiveMQSession session(boolean transacted, int acknowledgeMode) {
        try {
            Session session = connection.createSession(transacted, acknowledgeMode);
            return (ActiveMQSession) session;
        } catch (JMSException e) {
            throw BusFaults.of("cannot open a session with the broker", e);
        }
    }

    /** Closes everything that hangs on it; what was received and not acknowledged stays on the broker. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // It is gone either way; the broker notices by itself.
        } finally {
            factory.close();
        }
    }
}
