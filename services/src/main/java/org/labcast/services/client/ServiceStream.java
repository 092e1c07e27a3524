package org.labcast.services.client;

import java.io.InputStream;
import java.util.Iterator;
import org.labcast.model.HostName;

/**
 * A stream that a host sends until it ends or is closed. Reading it grants the host more; who does not read slows it
 * down, or loses lines, as the description says.
 */
public interface ServiceStream extends Iterable<String>, AutoCloseable {
    HostName host();

    /**
     * The lines that come from now on; there is one iterator, and it waits for the next line.
     *
     * @throws ServiceException from the iterator, when the stream breaks: tool failed, provider lost
     */
    @Override
    Iterator<String> iterator();

    /** The same as bytes; use either this or the lines. Its exceptions carry the {@link ServiceException}. */
    InputStream bytes();

    /** Bytes that were dropped so far because nobody read. */
    long dropped();

    /** Ends the tool, with all that it started. */
    @Override
    void close();
}
