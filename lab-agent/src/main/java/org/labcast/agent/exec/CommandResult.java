package org.labcast.agent.exec;

import java.time.Duration;
import java.time.Instant;
import org.labcast.model.Ending;
import org.labcast.model.Output;

/** What one start of one command came to. */
public record CommandResult(Instant started, Duration took, Ending ending, Output out, Output err) {}
