package org.labcast.agent.output;

/** Where one output stream of a program goes, piece by piece, from one thread. While it does not return, the program waits. */
public interface OutputSink extends AutoCloseable {
    /** @param count how many of the bytes, from the first, are output; the array is used again afterwards */
    void write(byte[] bytes, int count);

    /** Nothing more comes. */
    @Override
    default void close() {}
}
