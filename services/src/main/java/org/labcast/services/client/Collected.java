package org.labcast.services.client;

import java.io.ByteArrayOutputStream;
import org.labcast.model.Bytes;
import org.labcast.model.OutputStreamName;

/** All that a tool writes, kept until it has ended. */
final class Collected implements OutputTaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public void take(OutputStreamName stream, Bytes content) {
        (stream == OutputStreamName.OUT ? out : err).writeBytes(content.toArray());
    }

    /** What a host wrote that was lost; always true. */
    boolean forget() {
        out.reset();
        err.reset();
        return true;
    }

    CallResult result(Conclusion conclusion) {
        return new CallResult(
                conclusion.host(),
                Bytes.of(out.toByteArray()),
                Bytes.of(err.toByteArray()),
                conclusion.exitCode(),
                conclusion.capped());
    }
}
