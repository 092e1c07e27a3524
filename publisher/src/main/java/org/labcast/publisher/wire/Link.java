package org.labcast.publisher.wire;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** A connection between the command line and the resident publisher; both sides send whole frames on it. */
public final class Link implements AutoCloseable {
    private final SocketChannel channel;

    public Link(SocketChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException when nobody listens there */
    public static Link to(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Link(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the other side is of this user. The system says so; nobody can pretend it. */
    public boolean isOwn() throws IOException {
        String peer =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        return peer.equals(System.getProperty("user.name"));
    }

    /** @return null when the other side has ended it */
    public @Nullable Frame read() throws IOException {
        return Frame.read(channel);
    }

    public void send(int kind, byte[] content) throws IOException {
        send(kind, content, 0, content.length);
    }

    public synchronized void send(int kind, byte[] content, int from, int length) throws IOException {
        Frame.write(channel, kind, content, from, length);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    /** Names what is installed: an upgrade or a new build gives another text. */
    public static String build(String jar) {
        File file = new File(jar);
        File built = new File(file.getParent() + "/../.built");
        return jar + " " + file.lastModified() + " " + file.length() + " " + built.lastModified();
    }

    /** Where the resident publisher of a home listens. */
    public static Path socket(Path home) {
        return home.resolve("daemon").resolve("socket");
    }
}
