package org.labcast.deploy.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of some programs, set wrong by Debian's libfaketime also while they run; times that pass are right. */
record WrongClock(Path library, Path offset) {
    static final String RIGHT = "+0";

    static Optional<WrongClock> in(Path file) throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of("/usr/lib"), 4, (path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            Optional<Path> library = files.findFirst();
            if (library.isPresent()) {
                Files.writeString(file, RIGHT);
            }
            return library.map(found -> new WrongClock(found, file));
        }
    }

    /** Sets it: {@code +2h}, {@code -3d}, {@link #RIGHT}. */
    void set(String by) throws IOException {
        Path fresh = offset.resolveSibling(offset.getFileName() + ".new");
        Files.writeString(fresh, by);
        Files.move(fresh, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a program must be started with. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // a JVM waits by the monotonic clock, which is right
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
}
