package org.labcast.agent;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the jars that the agent runs from. One that is written over, as {@code cp new/*.jar lib/} does, breaks the agent at the next class
 * that it loads, whenever that is. A jar that is replaced by another file of its name, or removed, stays readable for the process that has
 * it open, and is no change.
 */
final class ImageWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ImageWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Map<Path, BasicFileAttributes> atStart;
    private final Consumer<Path> whenChanged;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param whenChanged is told of the first jar that was written over */
    ImageWatch(List<Path> jars, Consumer<Path> whenChanged) {
        this.atStart = new LinkedHashMap<>();
        this.whenChanged = whenChanged;
        jars.forEach(jar -> attributes(jar).ifPresent(found -> atStart.put(jar, found)));
    }

    /** The jars beside the one that the program was started from; none when it was not started from a jar. */
    static List<Path> ofThisProgram() {
        Path program = Path.of(System.getProperty("java.class.path", ""));
        Path folder = program.toAbsolutePath().getParent();
        if (!program.toString().endsWith(".jar") || !Files.isRegularFile(program) || folder == null) {
            return List.of();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            List<Path> found = new ArrayList<>();
            jars.forEach(found::add);
            return found;
        } catch (IOException e) {
            LOG.warn("The jars of the agent cannot be watched: {}", e.toString());
            return List.of();
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<Path> changed = changed();
                if (changed.isPresent()) {
                    whenChanged.accept(changed.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }

    /** A jar that is the same file with other content. */
    Optional<Path> changed() {
        return atStart.entrySet().stream()
                .filter(jar -> attributes(jar.getKey())
                        .filter(now -> isWrittenOver(jar.getValue(), now))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isWrittenOver(BasicFileAttributes then, BasicFileAttributes now) {
        return Objects.equals(then.fileKey(), now.fileKey())
                && (then.size() != now.size() || !then.lastModifiedTime().equals(now.lastModifiedTime()));
    }

    /** Empty when there is no such file any more. */
    private static Optional<BasicFileAttributes> attributes(Path jar) {
        try {
            return Optional.of(Files.readAttributes(jar, BasicFileAttributes.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
