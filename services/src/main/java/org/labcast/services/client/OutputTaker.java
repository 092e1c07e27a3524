package org.labcast.services.client;

import org.labcast.model.Bytes;
import org.labcast.model.result.OutputStreamName;

/** Takes a tool's output as it comes; while it is at it, no more is asked for than the window holds. */
@FunctionalInterface
public interface OutputTaker {
    void take(OutputStreamName stream, Bytes content);
}
