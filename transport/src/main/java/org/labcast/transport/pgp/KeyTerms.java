package org.labcast.transport.pgp;

import java.util.Comparator;
import java.util.List;

/**
 * What the governing self-signatures say about a key. For each term the newest signature that states it counts, and of several in
 * the same second the strictest.
 *
 * @param lifetime seconds after the key's creation, 0 for no end
 */
record KeyTerms(boolean maySign, long lifetime) {
    private static final int SIGN = 0x02;

    static KeyTerms of(List<SignaturePacket> governing) {
        List<SignaturePacket> flags = stating(Subpackets.KEY_FLAGS, governing);
        boolean maySign = !flags.isEmpty() && flags.stream().allMatch(KeyTerms::allowsSigning);
        long lifetime = stating(Subpackets.KEY_EXPIRES_AFTER, governing).stream()
                .map(s -> s.hashed().seconds(Subpackets.KEY_EXPIRES_AFTER).orElse(0L))
                .filter(seconds -> seconds != 0)
                .min(Comparator.naturalOrder())
                .orElse(0L);
        return new KeyTerms(maySign, lifetime);
    }

    private static boolean allowsSigning(SignaturePacket signature) {
        return signature
                .hashed()
                .single(Subpackets.KEY_FLAGS)
                .filter(flags -> !flags.isEmpty() && (new Octets(flags).u8() & SIGN) != 0)
                .isPresent();
    }

    private static List<SignaturePacket> stating(int term, List<SignaturePacket> signatures) {
        return newest(signatures.stream()
                .filter(s -> s.hashed().single(term).isPresent())
                .toList());
    }

    /** The signatures of the latest second. */
    static List<SignaturePacket> newest(List<SignaturePacket> signatures) {
        long latest =
                signatures.stream().mapToLong(s -> s.created().orElse(0L)).max().orElse(0);
        return signatures.stream().filter(s -> s.created().orElse(0L) == latest).toList();
    }
}
