package org.labcast.publisher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.labcast.broker.EmbeddedBroker;
import org.labcast.broker.Listener;
import org.labcast.broker.Provisioning;
import org.labcast.model.Bytes;
import org.labcast.model.host.Invitation;
import org.labcast.publisher.home.BrokerListeners;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.terminal.Terminal;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;

/** An administrator at a terminal: types commands, sees what they print, and runs the small lab's broker. */
public final class Desk implements AutoCloseable {
    /** What a command left behind. */
    public record Said(int exit, String out, String err) {}

    final Path folder;
    public final PublisherHome home;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    Desk(Path folder) {
        this.folder = folder;
        this.home = new PublisherHome(folder.resolve("home"));
    }

    /** With a broker on a free port, as {@code publisher broker} runs it. */
    public static Desk withBroker(Path folder) {
        Desk desk = new Desk(folder);
        desk.run("init", "--name", "ann", "--listen", "127.0.0.1:" + freePort());
        desk.startBroker();
        return desk;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EmbeddedBroker startBroker() {
        BrokerListeners listeners = new BrokerListeners(home, home.config());
        Listener listener = listeners.listener();
        EmbeddedBroker broker = EmbeddedBroker.start(
                home.brokerData(), List.of(listener), home.config().name(), home.password());
        open.push(broker);
        try (Wiring wiring = Wiring.of(home);
                BusConnection connection = BusConnection.open(wiring.endpoint(listeners.localUrl(listener)));
                Provisioning provisioning = new Provisioning(connection)) {
            provisioning.administrator(home.config().name(), home.password());
        }
        return broker;
    }

    /** Runs a command as typed, with {@code --home} behind it. */
    public Said run(String... words) {
        return typed("", "", words);
    }

    /** As {@link #run}, at a terminal with somebody who types these answers. */
    Said answering(String answers, String... words) {
        return typed("in", answers, words);
    }

    private Said typed(String terminal, String answer, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (!all.contains("--home")) {
            all.addAll(List.of("--home", home.folder().toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream usualOut = System.out;
        PrintStream usualErr = System.err;
        java.io.InputStream usualIn = System.in;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        System.setProperty("labcast.terminal", terminal);
        try {
            int exit = Main.run(Terminal.ofProcess(), Wiring::of, all.toArray(String[]::new));
            return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
            System.setIn(usualIn);
        }
    }

    public String tasks(String... lines) {
        try {
            return Files.write(folder.resolve("tasks.txt"), List.of(lines)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A host that was invited and has connected, but has not introduced itself. */
    HostSide invited(String name, String... groups) {
        List<String> words = new ArrayList<>(List.of("invite", name));
        for (String group : groups) {
            words.addAll(List.of("--group", group));
        }
        Said said = run(words.toArray(String[]::new));
        if (said.exit() != 0) {
            throw new AssertionError(said.err());
        }
        return host(name);
    }

    /** The host of an invitation file that was written before. */
    HostSide host(String name) {
        return host(name, HostSide.newKey());
    }

    HostSide host(String name, SecretKey key) {
        try {
            Invitation invitation = Codec.readInvitation(
                    Bytes.utf8(Files.readString(home.invitations().resolve(name + ".json"))));
            HostSide host = new HostSide(invitation, key, folder);
            open.push(host);
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A host that has joined. */
    public HostSide joined(String name, String... groups) {
        HostSide host = invited(name, groups);
        host.enrol();
        return host;
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
