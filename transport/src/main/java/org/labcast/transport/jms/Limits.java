package org.labcast.transport.jms;

/**
 * What a reader is ready to load.
 *
 * @param payload most bytes of a payload
 * @param signature most characters of a base64 signature
 */
public record Limits(int payload, int signature) {
    /** 8 MiB of payload; a signature of RSA-4096 takes less than 1,000 characters. */
    public static final Limits DEFAULT = new Limits(8 << 20, 8 << 10);
}
