package org.labcast.publisher.command;

import org.labcast.services.client.ServiceBus;

/** What is said and done at last, should the person press Ctrl-C while this is open. */
public final class Parting implements AutoCloseable {
    private final Thread hook;

    private Parting(Thread hook) {
        this.hook = hook;
    }

    static Parting withWords(Console console, String words) {
        return with(() -> console.warn(words));
    }

    /** Ends the calls that are open, so that hosts need not find out that we have gone. */
    public static Parting closing(ServiceBus services) {
        return with(services::close);
    }

    private static Parting with(Runnable last) {
        Thread hook = new Thread(last);
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
