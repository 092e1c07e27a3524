package org.labcast.agent.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in a directory, read again whenever something there has changed.
 *
 * <p>A file with a fault is left out wholly, whatever it held before: what is in force can be seen from the files alone, and is the
 * same after a restart.
 */
public final class RuleFolder implements Supplier<RuleSet> {
    private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

    private final Path directory;
    private List<String> seen = List.of();
    private RuleSet rules = RuleSet.EMPTY;

    /** Looks at nothing yet. */
    public RuleFolder(Path directory) {
        this.directory = directory;
    }

    /** What is in force now, with what is left out logged once; looks at the directory, and reads files only when they have changed. */
    @Override
    public synchronized RuleSet get() {
        List<String> now = look();
        if (!now.equals(seen)) {
            RuleSet before = rules;
            rules = now.isEmpty() ? RuleSet.EMPTY : RuleSet.read(directory);
            seen = now;
            rules.faults().stream()
                    .filter(fault -> !before.faults().contains(fault))
                    .forEach(fault -> LOG.warn("A rule file is left out: {}", fault));
        }
        return rules;
    }

    /** Empty when there are no files; then nothing that reads them need be loaded. */
    private List<String> look() {
        List<String> traits = new ArrayList<>();
        try {
            RuleFiles.list(directory).forEach(file -> traits.add(trait(file)));
        } catch (IOException e) {
            traits.add("unreadable");
        }
        if (!traits.isEmpty()) {
            traits.add(trait(directory));
        }
        return traits;
    }

    private static String trait(Path file) {
        try {
            PosixFileAttributes its = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return String.join(
                    " ",
                    file.toString(),
                    String.valueOf(its.fileKey()),
                    String.valueOf(its.size()),
                    its.lastModifiedTime().toString(),
                    its.owner().getName(),
                    its.permissions().toString());
        } catch (IOException e) {
            return file + " unreadable";
        }
    }
}
