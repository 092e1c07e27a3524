package org.labcast.services.client;

import java.io.ByteArrayOutputStream;
import org.labcast.model.Bytes;
import org.labcast.model.OutputStreamName;

/** Output that arrived and was not read yet; pieces of one stream that follow one another become one. */
final class Chunk {
    private final OutputStreamName stream;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Chunk(OutputStreamName stream) {
        this.stream = stream;
    }

    void add(Bytes more) {
        content.writeBytes(more.toArray());
    }

    OutputStreamName stream() {
        return stream;
    }

    int size() {
        return content.size();
    }

    Bytes content() {
        return Bytes.of(content.toByteArray());
    }
}
