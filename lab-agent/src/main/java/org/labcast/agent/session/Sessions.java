package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.labcast.agent.core.ExecutionException;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Spool;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.order.ShellSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shells of all jobs of this host, and what is kept of them on disk: one folder a job, for nobody else to read. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Path root;
    private final ShellHost host;
    private final Clock clock;

    /**
     * @param root folder for what is kept of shells
     * @param boot id of the boot of the machine
     */
    public Sessions(HostName name, Path root, Spool spool, RunnerLimits limits, Supplier<String> boot, Clock clock) {
        this.root = root;
        this.host = new ShellHost(name, root, spool, limits, boot);
        this.clock = clock;
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new ExecutionException(
                    "The folder for shells " + root + " cannot be made; is its parent writable?", e);
        }
    }

    /** The shells of a job, living or not. */
    public JobShells of(Job job, ShellSession session) {
        return new JobShells(job, session, host, clock);
    }

    /** Ends what still lives of a job's shells, and removes what is kept of them. */
    public void remove(OrderId job) {
        Path folder = root.resolve(job.value());
        if (Files.notExists(folder)) {
            return;
        }
        host.endShells(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What was kept of the shells of job {} cannot be removed: {}", job, e.getMessage());
        }
    }

    /** Removes what is kept of other jobs than these. */
    public void keepOnly(Set<OrderId> jobs) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            folders.forEach(folder -> names.add(folder.getFileName().toString()));
        } catch (IOException e) {
            LOG.warn("The folder for shells cannot be read: {}", e.getMessage());
        }
        names.stream()
                .filter(name -> jobs.stream().noneMatch(job -> job.value().equals(name)))
                .map(OrderId::new)
                .forEach(this::remove);
    }
}
