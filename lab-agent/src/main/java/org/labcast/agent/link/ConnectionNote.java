package org.labcast.agent.link;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.model.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the link fares, in a file for {@code lab-agent status}. */
public final class ConnectionNote {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionNote.class);

    private final Path file;
    private final Clock clock;

    public ConnectionNote(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    public void connected(String url) {
        write("connected to " + url);
    }

    public void disconnected(String why) {
        write("not connected: " + why);
    }

    private void write(String state) {
        try {
            PrivateFiles.write(file, Bytes.utf8(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + state + "\n"));
        } catch (AgentException e) {
            // A full disk says so elsewhere; status then shows an old state.
            LOG.debug("{}", e.getMessage());
        }
    }
}
