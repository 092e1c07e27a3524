package org.labcast.model.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a command: the one asked for, or a correction of it.
 *
 * @param correction why this command ran instead of the one asked for; empty when it is the one asked for
 */
public record Attempt(
        String command,
        Optional<Correction> correction,
        Instant started,
        Duration took,
        Ending ending,
        Output out,
        Output err) {}
