package org.labcast.agent.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in one file, gathered while it is read: whoever mends it wants to see all of it at once. */
final class RuleFaults {
    private final Path file;
    private final List<RuleFault> found = new ArrayList<>();

    RuleFaults(Path file) {
        this.file = file;
    }

    void add(Place place, String sentence) {
        found.add(new RuleFault(file, place, sentence));
    }

    int count() {
        return found.size();
    }

    List<RuleFault> all() {
        return List.copyOf(found);
    }
}
