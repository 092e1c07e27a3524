package org.labcast.agent.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.labcast.agent.AgentException;
import org.labcast.agent.Trouble;
import org.labcast.model.LabcastException;
import org.labcast.transport.pgp.TrustStore;

/** The certificates in a folder, read again whenever something there has changed. */
public final class TrustFolder implements Supplier<TrustStore> {
    private final Path folder;
    private final Trouble trouble;
    private List<String> seen;
    private TrustStore store;

    /** @throws LabcastException that names the file that cannot be read */
    public TrustFolder(Path folder, Trouble trouble) {
        this.folder = folder;
        this.trouble = trouble;
        this.seen = look();
        this.store = TrustStore.ofDirectory(folder);
    }

    /** What the folder holds now; while a file in it cannot be read, what it held before. */
    @Override
    public synchronized TrustStore get() {
        try {
            List<String> now = look();
            if (!now.equals(seen)) {
                store = TrustStore.ofDirectory(folder);
                seen = now;
            }
            trouble.end("trust");
        } catch (LabcastException e) {
            trouble.begin("trust", e.getMessage() + "; the certificates read before stay in force.");
        }
        return store;
    }

    private List<String> look() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(TrustFolder::trait).toList();
        } catch (IOException e) {
            throw new AgentException("Cannot list the trusted certificates in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String trait(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " unreadable";
        }
    }
}
