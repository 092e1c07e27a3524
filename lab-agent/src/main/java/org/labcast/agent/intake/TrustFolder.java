package org.labcast.agent.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.FileFault;
import org.labcast.agent.core.HealthStatus;
import org.labcast.model.LabcastException;
import org.labcast.transport.pgp.TrustStore;

/**
 * The certificates in a folder, read again whenever something there has changed. What cannot be read gives no trust: a
 * certificate that was taken away is withdrawn whatever else is wrong in the folder.
 */
public final class TrustFolder implements Supplier<TrustStore> {
    private static final String AREA = "trust";

    private final Path folder;
    private final HealthStatus health;
    private Optional<List<String>> seen = Optional.empty();
    private TrustStore store = TrustStore.of(List.of());

    /** @throws LabcastException when there is no such folder, or it cannot be listed */
    public TrustFolder(Path folder, HealthStatus health) {
        this.folder = folder;
        this.health = health;
        read();
    }

    /** What the folder holds now, as far as it can be read. */
    @Override
    public synchronized TrustStore get() {
        try {
            read();
        } catch (LabcastException e) {
            seen = Optional.empty();
            store = TrustStore.of(List.of());
            health.begin(AREA, e.getMessage() + "; nobody is trusted meanwhile.");
        }
        return store;
    }

    private void read() {
        Optional<List<String>> now = Optional.of(look());
        if (now.equals(seen)) {
            return;
        }
        TrustStore.Found found = TrustStore.readableOf(folder);
        store = found.store();
        seen = now;
        if (found.problems().isEmpty()) {
            health.end(AREA);
        } else {
            health.begin(AREA, String.join("; ", found.problems()) + "; the other certificates are in force.");
        }
    }

    private List<String> look() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(TrustFolder::trait).toList();
        } catch (IOException e) {
            throw new AgentException("Cannot list the trusted certificates in " + folder + ": " + FileFault.of(e), e);
        }
    }

    /** The change time tells of new permissions, too. */
    private static String trait(Path file) {
        try {
            return file + " " + Files.readAttributes(file, "unix:ino,size,lastModifiedTime,ctime");
        } catch (IOException e) {
            return file + " unreadable";
        }
    }
}
