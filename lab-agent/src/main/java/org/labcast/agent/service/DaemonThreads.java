package org.labcast.agent.service;

import java.util.concurrent.ThreadFactory;

/** Threads that keep nobody from ending. */
final class DaemonThreads {
    private DaemonThreads() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
