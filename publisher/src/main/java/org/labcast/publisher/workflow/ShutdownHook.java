package org.labcast.publisher.workflow;

import org.labcast.services.client.ServiceBus;

/** What is said and done at last, should the person press Ctrl-C while this is open. */
public final class ShutdownHook implements AutoCloseable {
    private final Thread hook;

    private ShutdownHook(Thread hook) {
        this.hook = hook;
    }

    static ShutdownHook withWords(Dialogue dialogue, String words) {
        return with(() -> dialogue.warn(words));
    }

    /** Ends the calls that are open, so that hosts need not find out that we have gone. */
    public static ShutdownHook closing(ServiceBus services) {
        return with(services::close);
    }

    private static ShutdownHook with(Runnable last) {
        Thread hook = new Thread(last);
        Runtime.getRuntime().addShutdownHook(hook);
        return new ShutdownHook(hook);
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
