package org.labcast.agent.machine;

import java.util.List;

/**
 * A command that only looks.
 *
 * @param local whether its answer depends on the folder; all others run in {@code /}, where no project's settings reach them
 * @param help whether what it prints counts whatever its exit code, standard error included, as tools differ in how they show help
 * @param most bytes of its output that are wanted
 */
record Query(List<String> command, boolean local, boolean help, int most) {
    private static final int NAMES = 4 << 20;
    private static final int TEXT = 64 << 10;

    static Query help(String... command) {
        return new Query(List.of(command), false, true, TEXT);
    }

    static Query here(String... command) {
        return new Query(List.of(command), true, false, TEXT);
    }

    static Query anywhere(String... command) {
        return new Query(List.of(command), false, false, TEXT);
    }

    static Query names(String... command) {
        return new Query(List.of(command), false, false, NAMES);
    }
}
