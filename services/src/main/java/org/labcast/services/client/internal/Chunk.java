package org.labcast.services.client.internal;

import java.io.ByteArrayOutputStream;
import org.labcast.model.Bytes;
import org.labcast.model.result.OutputStreamName;

/** Output that arrived and was not read yet; pieces of one stream that follow one another become one. */
public final class Chunk {
    private final OutputStreamName stream;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Chunk(OutputStreamName stream) {
        this.stream = stream;
    }

    void add(Bytes more) {
        content.writeBytes(more.toArray());
    }

    public OutputStreamName stream() {
        return stream;
    }

    int size() {
        return content.size();
    }

    public Bytes content() {
        return Bytes.of(content.toByteArray());
    }
}
