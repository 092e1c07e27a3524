package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads os-release(5). */
final class OsRelease {
    private OsRelease() {}

    /** Its assignments, quotes removed; empty when there is none to read. */
    static Map<String, String> read(Path root) {
        Map<String, String> release = new TreeMap<>();
        for (String file : List.of("usr/lib/os-release", "etc/os-release")) {
            try {
                Files.readString(root.resolve(file)).lines().forEach(line -> put(release, line));
            } catch (IOException e) {
                // Each of the two may be missing; without both the machine is simply unknown.
            }
        }
        return release;
    }

    private static void put(Map<String, String> release, String line) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
            release.put(
                    line.substring(0, equals),
                    line.substring(equals + 1).strip().replaceAll("^[\"']|[\"']$", ""));
        }
    }
}
