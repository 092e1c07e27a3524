package org.labcast.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was looked up, kept until it is old or one of the files that it was read from has changed; of many values the one longest
 * unused goes first.
 */
final class ExpiringCache<K, V> {
    private record Entry<V>(List<FileTime> stamp, Instant at, V value) {}

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Clock clock;
    private final Duration age;
    private final int most;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param age after which a value is looked up again
     * @param most values that are kept
     */
    ExpiringCache(Clock clock, Duration age, int most) {
        this.clock = clock;
        this.age = age;
        this.most = most;
    }

    /** @param sources files and folders whose change makes the value stale */
    synchronized V get(K key, List<Path> sources, Supplier<V> look) {
        // Taken before the look, so that a change during it is noticed the next time.
        List<FileTime> stamp = sources.stream().map(ExpiringCache::changed).toList();
        Instant now = clock.instant();
        Entry<V> entry = entries.get(key);
        if (entry == null
                || !entry.stamp().equals(stamp)
                || !now.isBefore(entry.at().plus(age))
                || now.isBefore(entry.at())) {
            entry = new Entry<>(stamp, now, look.get());
            entries.put(key, entry);
            if (entries.size() > most) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        return entry.value();
    }

    private static FileTime changed(Path source) {
        try {
            return Files.getLastModifiedTime(source);
        } catch (IOException e) {
            return NEVER;
        }
    }
}
