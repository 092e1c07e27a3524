package org.labcast.publisher.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.labcast.model.LabcastException;
import org.labcast.publisher.Main;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.publisher.wire.CommandRequest;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The resident publisher of one home: takes command lines from a socket and runs them, until nobody has come for a while, it is
 * told to stop, or a command line of another build comes.
 */
public final class Daemon {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final int MOST_SESSIONS = 200;
    private static final long TICK_MILLIS = 500;

    private final PublisherHome home;
    private final String build;
    private final Duration idle;
    private final HomeLock lock;
    private final SharedWiring shared;
    private final DaemonLog log;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final long started = System.nanoTime();
    private volatile long lastUse = started;
    private int connections;

    private Daemon(PublisherHome home, String build, HomeLock lock) throws IOException {
        this.home = home;
        this.build = build;
        this.idle = home.config().daemonIdle();
        this.lock = lock;
        this.shared = new SharedWiring(home);
        this.log = new DaemonLog(home.daemon().resolve("log"));
    }

    /**
     * Says {@code ready} when commands may come, or {@code taken} when the home has one already; returns when it has ended.
     *
     * @param build as {@link Link#build} tells it
     */
    public static void run(PublisherHome home, String build, PrintStream out) {
        try {
            Optional<HomeLock> taken = HomeLock.take(home.folder());
            if (taken.isEmpty()) {
                out.println("taken");
                return;
            }
            try (HomeLock lock = taken.get()) {
                Daemon daemon = new Daemon(home, build, lock);
                System.setErr(new PrintStream(daemon.log, true, StandardCharsets.UTF_8));
                out.println("ready");
                daemon.serve();
            }
        } catch (IOException e) {
            throw new LabcastException("no resident publisher for " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    private void serve() throws IOException {
        Thread hook = new Thread(this::stopNow);
        Runtime.getRuntime().addShutdownHook(hook);
        new WarmUp(shared).start();
        Timer ticks = new Timer("idle watch", true);
        ticks.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        tick();
                    }
                },
                TICK_MILLIS,
                TICK_MILLIS);
        try {
            while (true) {
                SocketChannel channel = lock.server().accept();
                begin();
                Thread thread = new Thread(() -> handle(channel), "command");
                thread.start();
            }
        } catch (ClosedChannelException e) {
            awaitSessions();
        } finally {
            ticks.cancel();
            shared.close();
        }
    }

    private synchronized void begin() {
        connections++;
    }

    private synchronized void end() {
        connections--;
        lastUse = System.nanoTime();
        notifyAll();
    }

    private synchronized int connections() {
        return connections;
    }

    private synchronized void awaitSessions() {
        try {
            while (connections > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        boolean unused = connections() == 0 && System.nanoTime() - lastUse > idle.toNanos();
        if (unused || !lock.isThere()) {
            lock.close();
        }
    }

    private void handle(SocketChannel channel) {
        try (Link link = new Link(channel)) {
            if (link.isOwn()) {
                Frame first = link.read();
                if (first != null) {
                    answer(link, first);
                }
            }
        } catch (IOException e) {
            LOG.info("a command line has gone", e);
        } finally {
            end();
        }
    }

    private void answer(Link link, Frame first) throws IOException {
        if (first.version() != Frame.VERSION) {
            giveUp(link);
            return;
        }
        switch (first.kind()) {
            case Frame.RUN -> {
                CommandRequest request = CommandRequest.decode(first.content());
                if (!request.build().equals(build)) {
                    giveUp(link);
                } else if (sessions.size() >= MOST_SESSIONS) {
                    link.send(Frame.REFUSED, new byte[0]);
                } else {
                    run(link, request);
                }
            }
            case Frame.STATUS -> say(link, status());
            case Frame.STOP -> {
                lock.close();
                say(link, ended());
            }
            case Frame.STOP_NOW -> {
                lock.close();
                sessions.forEach(Session::cancel);
                say(link, ended());
            }
            default -> link.send(Frame.REFUSED, new byte[0]);
        }
    }

    /** The home is free before the other side hears of it; commands at work go on here, and see in the store what comes in. */
    private void giveUp(Link link) throws IOException {
        shared.handOver();
        lock.close();
        link.send(Frame.REPLACED, new byte[0]);
    }

    private void run(Link link, CommandRequest request) throws IOException {
        Session session = new Session(link, request);
        sessions.add(session);
        log.sayTo(session.errors());
        try {
            session.run(this::command);
        } finally {
            sessions.remove(session);
        }
    }

    private int command(Terminal terminal, String... words) {
        return Main.run(terminal, wanted -> shared.borrow(wanted, terminal), words);
    }

    private static void say(Link link, String text) throws IOException {
        link.send(Frame.OUT, (text + "\n").getBytes(StandardCharsets.UTF_8));
        link.send(Frame.EXIT, new byte[Integer.BYTES]);
    }

    private String status() {
        Duration age = Duration.ofNanos(System.nanoTime() - started);
        return String.join(
                "\n",
                List.of(
                        "The resident publisher of " + home.folder() + " runs.",
                        "  process   " + ProcessHandle.current().pid(),
                        "  since     " + age.toSeconds() + " s",
                        "  commands  " + sessions.size() + " at work",
                        "  ends      after " + idle.toSeconds() + " s without one",
                        "  log       " + home.daemon().resolve("log")));
    }

    private String ended() {
        int left = sessions.size();
        return left == 0
                ? "The resident publisher of " + home.folder() + " ends."
                : "The resident publisher of " + home.folder() + " ends when the commands at work have ended: " + left;
    }

    private void stopNow() {
        sessions.forEach(Session::cancel);
        lock.close();
    }
}
