package org.labcast.model.service;

import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.Realm;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;

/** What a provider says to a caller; signed with the host's key. */
public sealed interface ServiceReply {
    Realm realm();

    CallId call();

    HostName host();

    /**
     * The host will do the call as soon as the caller says so.
     *
     * @param digest SHA-256 of the call's payload as the host received it, lower-case hexadecimal
     * @param nonce to be repeated in what the caller says further
     * @param component the component that provides the port
     */
    record Accepted(Realm realm, CallId call, HostName host, String digest, CallId nonce, String component)
            implements ServiceReply {}

    /**
     * The host will not do the call, and nothing has run.
     *
     * @param explanation one sentence
     */
    record Declined(Realm realm, CallId call, HostName host, String digest, DeclineReason reason, String explanation)
            implements ServiceReply {}

    /**
     * Output.
     *
     * @param sequence counts the pieces of the call from 1, without a gap
     * @param content at most {@value #LARGEST} bytes
     * @param dropped bytes that were dropped before this piece because the caller was slow
     */
    record Piece(
            Realm realm,
            CallId call,
            HostName host,
            CallId nonce,
            long sequence,
            OutputStreamName stream,
            Bytes content,
            long dropped)
            implements ServiceReply {
        public static final int LARGEST = 1 << 16;

        public Piece {
            if (sequence < 1 || dropped < 0 || content.size() > LARGEST) {
                throw new InvalidValueException("not a piece of output");
            }
        }
    }

    /** The tool runs and has had nothing to say for a while. */
    record Alive(Realm realm, CallId call, HostName host, CallId nonce) implements ServiceReply {}

    /**
     * The call is over.
     *
     * @param ending of the tool; not started when {@code Pre} failed, cancelled when the caller called it off or was not there
     *     any more, interrupted when the agent stopped
     * @param pieces how many there were
     * @param capped bytes of output that were not sent because there were more than the description allows
     * @param dropped bytes that were dropped after the last piece
     * @param note what a person wants to know besides, such as that {@code Post} failed; may be empty
     */
    record Ended(
            Realm realm,
            CallId call,
            HostName host,
            CallId nonce,
            Ending ending,
            long pieces,
            long capped,
            long dropped,
            String note)
            implements ServiceReply {}
}
