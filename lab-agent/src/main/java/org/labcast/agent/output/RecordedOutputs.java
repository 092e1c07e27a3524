package org.labcast.agent.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.model.result.Output;

/** Outputs that were recorded elsewhere. */
public final class RecordedOutputs {
    private static final Path NOWHERE = Path.of("/dev/null");

    private RecordedOutputs() {}

    /** Reads to the end and keeps as much as of a command's own output; nothing is written to disk. */
    public static Output read(InputStream stream) throws IOException {
        RunnerLimits limits = RunnerLimits.DEFAULT;
        try (Capture capture = new Capture(limits.head(), limits.tail(), new SpoolFile(NOWHERE, 0))) {
            byte[] chunk = new byte[64 << 10];
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                capture.write(chunk, count);
            }
            return capture.output();
        }
    }
}
