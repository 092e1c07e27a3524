package org.labcast.deploy.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A way to the broker on this machine that can be cut, as a cable is, or go silent, as a firewall that has forgotten a connection. */
final class Link implements AutoCloseable {
    /** What becomes of bytes. */
    enum State {
        WHOLE,
        /** Connections break, new ones too. */
        CUT,
        /** Connections stay, and nothing passes. */
        SILENT
    }

    private static final long LOOK_NANOS = 20_000_000;
    private static final int CHUNK = 16 << 10;

    private final ServerSocket entrance;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    /** @param to port of the broker on this machine */
    Link(int to) throws IOException {
        this.to = to;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void become(State next) {
        state = next;
        if (next == State.CUT) {
            open.forEach(Link::close);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // the end of this link
                return;
            }
        }
    }

    private void connect(Socket near) {
        open.add(near);
        try {
            if (state == State.CUT) {
                throw new IOException("the link is cut");
            }
            Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(far);
            inBackground(() -> pass(near, far));
            inBackground(() -> pass(far, near));
        } catch (IOException e) {
            hangUp(near); // as if the broker had
        }
    }

    private void pass(Socket from, Socket into) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                while (state == State.SILENT) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                out.write(chunk, 0, count);
            }
        } catch (IOException e) {
            // ended, by one of the two or by a cut
        }
        hangUp(from);
        hangUp(into);
    }

    private void hangUp(Socket socket) {
        open.remove(socket);
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        become(State.CUT);
    }
}
