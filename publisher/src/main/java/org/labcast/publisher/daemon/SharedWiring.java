package org.labcast.publisher.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.terminal.Terminal;

/**
 * The objects that the commands of one home share. They are made again after the connection was lost and after a file of the
 * home has changed; commands at work keep the ones they began with.
 */
final class SharedWiring implements AutoCloseable {
    private final PublisherHome home;
    private final Map<Wiring, Integer> borrowers = new HashMap<>();
    private @Nullable Wiring current;
    private List<Object> seen = List.of();

    SharedWiring(PublisherHome home) {
        this.home = home;
    }

    /** For a command; one that names another home gets objects of its own. */
    synchronized Wiring borrow(PublisherHome wanted, Terminal terminal) {
        if (!wanted.equals(home)) {
            return Wiring.of(wanted);
        }
        Wiring lender = lender();
        borrowers.merge(lender, 1, Integer::sum);
        return lender.borrowed(terminal, () -> giveBack(lender));
    }

    /** Begins to connect and to read, so that the first command finds it done. */
    synchronized Wiring lender() {
        if (current == null || current.isLost() || !state(current).equals(seen)) {
            retire();
            current = Wiring.of(home);
            seen = state(current);
        }
        return current;
    }

    private void retire() {
        if (current != null && !borrowers.containsKey(current)) {
            current.close();
        }
        current = null;
    }

    private synchronized void giveBack(Wiring lender) {
        Integer left = borrowers.merge(lender, -1, Integer::sum);
        if (left == 0) {
            borrowers.remove(lender);
            if (lender != current) {
                lender.close();
            }
        }
    }

    /** What an edit, a login, a restored backup or a new id of the home changes. */
    private List<Object> state(Wiring wiring) {
        List<Object> state = new ArrayList<>();
        state.add(wiring.store().homes().id());
        for (String name : List.of(
                "publisher.conf",
                "key.asc",
                "certificate.asc",
                "password",
                "broker-certificates.pem",
                "administrators")) {
            Path file = home.folder().resolve(name);
            if (Files.exists(file)) {
                try {
                    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                    state.add(List.of(name, found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return state;
    }

    /** Lets another process collect; commands at work see in the store what that takes in. */
    synchronized void handOver() {
        borrowers.keySet().forEach(Wiring::handOver);
        if (current != null) {
            current.handOver();
        }
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
