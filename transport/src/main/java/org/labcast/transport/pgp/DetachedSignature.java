package org.labcast.transport.pgp;

import java.util.List;
import org.labcast.model.Bytes;

/** Finds the one signature packet in what should be a detached signature and nothing else. */
final class DetachedSignature {
    private DetachedSignature() {}

    static SignaturePacket read(Bytes input) {
        List<Packet> packets = Packet.readAll(Armor.isArmored(input) ? dearmored(input) : input);
        if (packets.size() != 1) {
            throw new MalformedException(
                    RejectionReason.NOT_ONE_SIGNATURE,
                    "expected exactly one signature, found " + packets.size() + " packets");
        }
        Packet packet = packets.get(0);
        if (packet.tag() != Packet.SIGNATURE) {
            throw new MalformedException(
                    RejectionReason.NOT_ONE_SIGNATURE,
                    "expected a detached signature, found a packet of type " + packet.tag());
        }
        return SignaturePacket.read(packet.body());
    }

    private static Bytes dearmored(Bytes input) {
        List<Armor.Block> blocks = Armor.readAll(input);
        if (blocks.size() != 1 || !blocks.get(0).type().equals(Armor.SIGNATURE)) {
            throw new MalformedException(
                    RejectionReason.NOT_ONE_SIGNATURE,
                    "expected exactly one armored block, and that of type " + Armor.SIGNATURE);
        }
        return blocks.get(0).content();
    }
}
