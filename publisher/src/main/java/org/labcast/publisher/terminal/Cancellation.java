package org.labcast.publisher.terminal;

/** How a command learns that the person wants it to stop: Ctrl-C, or the terminal was closed. */
public interface Cancellation {
    /** What is said and done at last when the command is stopped while this is open. */
    interface Last extends AutoCloseable {
        @Override
        void close();
    }

    Last atCancel(Runnable last);

    /** Whether it was asked for. A command in a process of its own never sees this: the process ends. */
    boolean isRequested();

    /** Of a process: signals end it, and its last words are hooks of the virtual machine. */
    static Cancellation ofProcess() {
        return new Cancellation() {
            @Override
            public Last atCancel(Runnable last) {
                Thread hook = new Thread(last);
                Runtime.getRuntime().addShutdownHook(hook);
                return () -> {
                    try {
                        Runtime.getRuntime().removeShutdownHook(hook);
                    } catch (IllegalStateException e) {
                        // Ctrl-C came just now, and the hook is speaking
                    }
                };
            }

            @Override
            public boolean isRequested() {
                return false;
            }
        };
    }
}
