package org.labcast.services.page;

import org.jspecify.annotations.Nullable;

/** Lines of a stream into a log, until it ends or is stopped. */
final class StreamTask implements UiTask {
    private final StreamOpener opener;
    private final Log log;
    private @Nullable LineSource open;
    private boolean stopped;

    StreamTask(StreamOpener opener, Log log) {
        this.opener = opener;
        this.log = log;
    }

    @Override
    public String run(Values values) throws Exception {
        begin();
        try (LineSource source = opener.open(values)) {
            if (opened(source)) {
                pump(source);
            }
        } catch (Exception e) {
            if (!isStopped()) {
                throw e;
            }
        }
        return isStopped() ? "stopped" : "ended";
    }

    private void pump(LineSource source) {
        long lost = 0;
        for (String line : source) {
            lost = tellLost(source, lost);
            log.line(line);
        }
        tellLost(source, lost);
    }

    /** Says what was lost since {@code before} was, at about its place. */
    private long tellLost(LineSource source, long before) {
        long lost = source.dropped();
        if (lost > before) {
            log.line("(" + (lost - before) + " bytes were lost here)");
        }
        return lost;
    }

    private synchronized void begin() {
        stopped = false;
        open = null;
    }

    /** Whether it is wanted still. */
    private synchronized boolean opened(LineSource source) {
        open = source;
        return !stopped;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public void stop() throws Exception {
        LineSource source = stopping();
        if (source != null) {
            source.close();
        }
    }

    private synchronized @Nullable LineSource stopping() {
        stopped = true;
        return open;
    }

    @Override
    public boolean stoppable() {
        return true;
    }
}
