package org.labcast.agent.process;

import java.time.Duration;
import java.time.Instant;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;

/** What one start of one command came to. */
public record CommandResult(Instant started, Duration took, Ending ending, Output out, Output err) {}
