package org.labcast.services.page;

import java.util.Iterator;
import java.util.function.LongSupplier;

/** Lines that come until they end or the source is closed; another thread may close it while one waits for the next line. */
public interface LineSource extends Iterable<String>, AutoCloseable {
    /** Bytes that were lost so far because they were not read in time. */
    long dropped();

    /** A stream that loses nothing. */
    static <S extends Iterable<String> & AutoCloseable> LineSource of(S stream) {
        return of(stream, () -> 0);
    }

    /** @param dropped see {@link #dropped()} */
    static <S extends Iterable<String> & AutoCloseable> LineSource of(S stream, LongSupplier dropped) {
        return new LineSource() {
            @Override
            public Iterator<String> iterator() {
                return stream.iterator();
            }

            @Override
            public long dropped() {
                return dropped.getAsLong();
            }

            @Override
            public void close() throws Exception {
                stream.close();
            }
        };
    }
}
