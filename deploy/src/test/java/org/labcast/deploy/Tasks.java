package org.labcast.deploy;

/** Lines of task files. */
final class Tasks {
    private Tasks() {}

    /** Leaves a line in {@code /tmp/NAME} each time it runs. */
    static String write(String line, String name) {
        return "echo " + line + " >>/tmp/" + name;
    }

    /** Goes on when the test {@linkplain AgentHost#release lets it}. */
    static String waitFor(String name) {
        return "until [ -e /tmp/" + name + " ]; do sleep 0.1; done";
    }

    /** A task file. */
    static String file(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
