package org.labcast.services.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shows a page to browsers of this machine, over HTTP on its loopback address. Who sits elsewhere forwards the port:
 * {@code ssh -L PORT:127.0.0.1:PORT machine}.
 */
public final class PageServer implements AutoCloseable {
    /** Requests that are answered at once; half of them may wait for changes. */
    static final int THREADS = 32;

    private final Page page;
    private final SessionKeys keys = new SessionKeys();
    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);

    private PageServer(Page page, int port) throws IOException {
        this.page = page;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "page-request");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new RequestHandler(page, keys));
        server.start();
    }

    /**
     * @param port to listen at; 0 takes one that is free
     * @throws PageException when the port is taken
     */
    public static PageServer start(Page page, int port) {
        try {
            return new PageServer(page, port);
        } catch (IOException e) {
            throw new PageException("No page at 127.0.0.1:" + port + ": " + e.getMessage() + "; try another port.", e);
        }
    }

    /** An address to open the page with, once. Each has a secret of its own, and the one before is void if nobody opened it. */
    public URI address() {
        // Browsers keep what follows # to themselves, so that the secret is in no log of a proxy.
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/#" + keys.invite());
    }

    /** Waits until it is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Stops the page's streams and actions, too. */
    @Override
    public void close() {
        page.end();
        server.stop(0);
        threads.shutdownNow();
        closed.countDown();
    }
}
