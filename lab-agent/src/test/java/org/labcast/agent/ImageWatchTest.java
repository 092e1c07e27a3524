package org.labcast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageWatchTest {
    @TempDir
    Path folder;

    private Path jar;
    private final CompletableFuture<Path> told = new CompletableFuture<>();
    private ImageWatch watch;

    @BeforeEach
    void start() throws IOException {
        jar = Files.writeString(folder.resolve("agent.jar"), "old");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        watch = new ImageWatch(List.of(jar), told::complete);
    }

    @Test
    void seesAJarThatIsWrittenOver() throws IOException {
        assertThat(watch.changed()).isEmpty();
        Files.writeString(jar, "new");
        assertThat(watch.changed()).contains(jar);
    }

    @Test
    void takesAJarOfTheSameNameAndARemovedOneForHarmless() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "newer");
        Files.move(other, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(watch.changed()).isEmpty();
        Files.delete(jar);
        assertThat(watch.changed()).isEmpty();
    }

    @Test
    void tellsOfTheChangeAndEnds() throws Exception {
        Files.writeString(jar, "new");
        Thread thread = new Thread(watch);
        thread.start();
        assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(jar);
        thread.join();
    }

    @Test
    void endsWhenItIsStopped() throws InterruptedException {
        Thread thread = new Thread(watch);
        thread.start();
        watch.stop();
        thread.join();
        assertThat(told).isNotDone();
    }
}
