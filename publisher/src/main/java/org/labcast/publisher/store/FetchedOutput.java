package org.labcast.publisher.store;

import org.labcast.model.Bytes;

/**
 * As much of a full output as has come.
 *
 * @param content the bytes from the beginning up to the first gap
 * @param state whether that is all of it
 */
public record FetchedOutput(Bytes content, State state) {
    public enum State {
        /** Nothing has come. */
        NONE,
        /** Pieces are missing. */
        PARTIAL,
        /** All of it, but no outcome has come yet whose digest could confirm it. */
        UNCONFIRMED,
        /** All of it, with the digest that the host gave in the outcome. */
        COMPLETE,
        /** All of it, but it is not what the host's outcome said. */
        CONTRADICTED
    }
}
