package org.labcast.agent.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.FileFault;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.model.LabcastException;
import org.labcast.transport.json.Codec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is installed on this host, one file a component; it survives whatever happens to the agent. */
final class Installations {
    private static final Logger LOG = LoggerFactory.getLogger(Installations.class);
    private static final String SUFFIX = ".json";

    /** Of a component that can have been installed; whatever else a job names is no file of ours. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Path folder;

    Installations(Path folder) {
        this.folder = folder;
        PrivateFiles.makeFolder(folder);
    }

    /** All that can be read; of a file that cannot, the log says so. */
    List<Installation> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new AgentException("Cannot list the services in " + folder + ": " + FileFault.of(e) + ".", e);
        }
    }

    private static Optional<Installation> read(Path file) {
        try {
            return Optional.of(Codec.decode(PrivateFiles.read(file), Installation.class));
        } catch (LabcastException e) {
            LOG.warn("{} is damaged, and what it describes is not offered; install it again: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns when it is on disk, in place of an earlier one of the same component. */
    void put(Installation installation) {
        PrivateFiles.write(file(installation.component()), Codec.encode(installation));
    }

    /** @return whether there was one */
    boolean remove(String component) {
        try {
            return NAME.matcher(component).matches() && Files.deleteIfExists(file(component));
        } catch (IOException e) {
            throw new AgentException("Cannot remove " + file(component) + ": " + FileFault.of(e) + ".", e);
        }
    }

    private Path file(String component) {
        return folder.resolve(component + SUFFIX);
    }
}
