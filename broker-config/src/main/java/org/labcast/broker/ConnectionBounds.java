package org.labcast.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.ActiveMQSessionCreationException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendContinuationMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendLargeMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Part of the broker: what a connection may make it hold before it looks at a message at all. The broker itself reads a
 * frame of up to 2 GB into memory, from anybody, and writes a large message of any size to its disk before it asks
 * whether there is room.
 *
 * <ul>
 *   <li>a frame: a sender of a longer one is disconnected;
 *   <li>a large message, and all that a user has begun to send: the same, while the bytes come;
 *   <li>sessions of one user at the same time: the next one is refused.
 * </ul>
 *
 * Depends on no other module of Labcast, because a standalone broker loads it, too.
 */
public final class ConnectionBounds implements ActiveMQServerPlugin, Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBounds.class);
    private static final int LENGTH = Integer.BYTES;

    private final Map<String, Integer> sessions = new ConcurrentHashMap<>();
    private final Map<Object, Sending> sending = new ConcurrentHashMap<>();
    private int largestFrame;
    private long largestMessage;
    private int mostSessions;

    /** As the broker's own decoder, which has no bound: what follows wants a copy that still has its length before it. */
    private static final class BoundedFrames extends LengthFieldBasedFrameDecoder {
        BoundedFrames(int largest) {
            super(largest, 0, LENGTH);
        }

        @Override
        protected ByteBuf extractFrame(ChannelHandlerContext context, ByteBuf buffer, int index, int length) {
            ByteBuf frame = context.alloc().buffer(length);
            frame.writeBytes(buffer, index, length);
            return frame.skipBytes(LENGTH);
        }
    }

    /** What one connection has begun to send; bytes by channel, which is a session. */
    private record Sending(String user, Map<Long, Long> bytes) {
        private synchronized void begin(long channel) {
            bytes.put(channel, 0L);
        }

        /** @return of that message so far */
        private synchronized long add(long channel, long more, boolean last) {
            long all = bytes.getOrDefault(channel, 0L) + more;
            if (last) {
                bytes.remove(channel);
            } else {
                bytes.put(channel, all);
            }
            return all;
        }

        private synchronized long all() {
            return bytes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param properties {@code frame}, {@code message}: most bytes of each; {@code sessions}: most of one user */
    @Override
    public void init(Map<String, String> properties) {
        largestFrame = Integer.parseInt(PluginProperties.required(properties, "frame"));
        largestMessage = Long.parseLong(PluginProperties.required(properties, "message"));
        mostSessions = Integer.parseInt(PluginProperties.required(properties, "sessions"));
    }

    @Override
    public void registered(ActiveMQServer broker) {
        broker.getRemotingService().addIncomingInterceptor(this);
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        Connection transport = connection.getTransportConnection();
        if (transport instanceof NettyConnection netty) {
            ChannelPipeline pipeline = netty.getNettyChannel().pipeline();
            if (pipeline.get("activemq-decoder") != null) {
                pipeline.replace("activemq-decoder", "activemq-decoder", new BoundedFrames(largestFrame));
            }
        }
    }

    @Override
    public void afterDestroyConnection(RemotingConnection connection) {
        sending.remove(connection.getID());
    }

    @Override
    public void beforeCreateSession(
            String name,
            @Nullable String username,
            int minLargeMessageSize,
            RemotingConnection connection,
            boolean autoCommitSends,
            boolean autoCommitAcks,
            boolean preAcknowledge,
            boolean xa,
            @Nullable String defaultAddress,
            SessionCallback callback,
            boolean autoCreateQueues,
            OperationContext context,
            Map<SimpleString, RoutingType> routing)
            throws ActiveMQException {
        String user = Objects.requireNonNullElse(username, "");
        if (sessions.getOrDefault(user, 0) >= mostSessions) {
            throw new ActiveMQSessionCreationException("User " + user + " has " + mostSessions
                    + " sessions already, more than any program of Labcast needs");
        }
    }

    @Override
    public void afterCreateSession(ServerSession session) {
        String user = Objects.requireNonNullElse(session.getUsername(), "");
        sessions.merge(user, 1, Integer::sum);
        sending.computeIfAbsent(
                session.getRemotingConnection().getID(), connection -> new Sending(user, new HashMap<>()));
    }

    @Override
    public void afterCloseSession(ServerSession session, boolean failed) {
        sessions.computeIfPresent(
                Objects.requireNonNullElse(session.getUsername(), ""),
                (user, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    /** Called on the connection's own thread, before the broker has done anything with the packet. */
    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet instanceof SessionSendLargeMessage) {
            of(connection).begin(packet.getChannelID());
            return true;
        }
        if (packet instanceof SessionSendContinuationMessage piece) {
            Sending sent = of(connection);
            long soFar = sent.add(piece.getChannelID(), piece.getBody().length, !piece.isContinues());
            if (soFar > largestMessage || all(sent.user()) > mostBegun()) {
                refuse(connection, sent.user());
                return false;
            }
        }
        return true;
    }

    private Sending of(RemotingConnection connection) {
        return sending.computeIfAbsent(connection.getID(), id -> new Sending("", new HashMap<>()));
    }

    private long all(String user) {
        return sending.values().stream()
                .filter(one -> one.user().equals(user))
                .mapToLong(Sending::all)
                .sum();
    }

    /** By all connections of a user. */
    private long mostBegun() {
        return 4 * largestMessage;
    }

    private void refuse(RemotingConnection connection, String user) {
        String why = "User " + user + " sent more than " + largestMessage
                + " bytes as one message, or too many such at the same time";
        LOG.warn("{}; its connection from {} is closed.", why, connection.getRemoteAddress());
        connection.fail(new ActiveMQSecurityException(why));
    }
}
