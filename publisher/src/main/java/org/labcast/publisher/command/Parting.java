package org.labcast.publisher.command;

/** Last words, should the person press Ctrl-C while this is open. */
final class Parting implements AutoCloseable {
    private final Thread hook;

    private Parting(Thread hook) {
        this.hook = hook;
    }

    static Parting withWords(Console console, String words) {
        Thread hook = new Thread(() -> console.warn(words));
        Runtime.getRuntime().addShutdownHook(hook);
        return new Parting(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Ctrl-C came just now, and the hook is speaking
        }
    }
}
