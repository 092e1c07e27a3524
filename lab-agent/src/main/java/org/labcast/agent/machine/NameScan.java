package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Names of what lies in directories, up to a bound. */
final class NameScan {
    private static final int MOST = 20_000;

    private NameScan() {}

    /** The names of those entries that the filter takes; what cannot be read is passed over. */
    static Set<String> names(List<Path> directories, Predicate<Path> filter) {
        Set<String> names = new TreeSet<>();
        for (Path directory : directories) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    if (names.size() >= MOST) {
                        return names;
                    }
                    if (filter.test(entry)) {
                        names.add(String.valueOf(entry.getFileName()));
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // A directory of PATH or of systemd that is missing holds no names.
            }
        }
        return names;
    }
}
