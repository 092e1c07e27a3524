package org.labcast.transport.pgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key or user id of a certificate with the signatures that follow it.
 *
 * @param packets the signatures' packets, kept for writing them out again
 * @param signatures those of them that can be read; others are of no use to anybody
 */
record Component(Packet head, List<Packet> packets, List<SignaturePacket> signatures) {
    static Component of(Packet head, List<Packet> packets) {
        return new Component(
                head,
                List.copyOf(packets),
                packets.stream().flatMap(p -> readable(p).stream()).toList());
    }

    private static Optional<SignaturePacket> readable(Packet packet) {
        try {
            return Optional.of(SignaturePacket.read(packet.body()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    Component joinedWith(Component other) {
        List<Packet> both = new ArrayList<>(packets);
        both.addAll(other.packets);
        return of(head, both);
    }

    Stream<Packet> all() {
        return Stream.concat(Stream.of(head), packets.stream());
    }
}
