package org.labcast.services.client.internal;

import java.io.ByteArrayOutputStream;
import org.labcast.model.Bytes;
import org.labcast.model.result.OutputStreamName;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.CallStatus;
import org.labcast.services.client.OutputTaker;

/** All that a tool writes, kept until it has ended. */
public final class OutputBuffer implements OutputTaker {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public void take(OutputStreamName stream, Bytes content) {
        (stream == OutputStreamName.OUT ? out : err).writeBytes(content.toArray());
    }

    /** What a host wrote that was lost; always true. */
    public boolean forget() {
        out.reset();
        err.reset();
        return true;
    }

    public CallResult result(CallStatus status) {
        return new CallResult(
                status.host(),
                Bytes.of(out.toByteArray()),
                Bytes.of(err.toByteArray()),
                status.exitCode(),
                status.capped());
    }
}
