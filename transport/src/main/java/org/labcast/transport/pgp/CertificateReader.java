package org.labcast.transport.pgp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Bytes;

/** Takes a file of certificates apart; the size of the file bounds the work. */
final class CertificateReader {
    /** Bytes. */
    static final int MAXIMAL_SIZE = 8 * 1024 * 1024;

    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();
    private final List<Packet> current = new ArrayList<>();
    private boolean skipping;

    private CertificateReader() {}

    static List<Certificate> readAll(Bytes content) {
        if (content.size() > MAXIMAL_SIZE) {
            throw new KeyException(
                    "certificates of more than " + MAXIMAL_SIZE + " bytes are not read; split them into several files");
        }
        try {
            CertificateReader reader = new CertificateReader();
            Packet.readAll(Armor.isArmored(content) ? dearmored(content) : content)
                    .forEach(reader::take);
            reader.endCertificate();
            if (reader.certificates.isEmpty()) {
                throw new KeyException("there is no OpenPGP certificate in it; export one with 'gpg --export --armor'");
            }
            return List.copyOf(reader.certificates);
        } catch (MalformedException e) {
            throw new KeyException("this is not a readable OpenPGP certificate: " + e.getMessage(), e);
        }
    }

    private static Bytes dearmored(Bytes content) {
        var joined = new ByteArrayOutputStream();
        List<Armor.Block> blocks = Armor.readAmongText(content);
        if (blocks.isEmpty()) {
            throw new KeyException("there is no OpenPGP certificate in it; export one with 'gpg --export --armor'");
        }
        for (Armor.Block block : blocks) {
            if (block.type().equals(Armor.PRIVATE_KEY)) {
                throw secretKey();
            }
            if (!block.type().equals(Armor.PUBLIC_KEY)) {
                throw new MalformedException("it holds a " + block.type());
            }
            joined.writeBytes(block.content().toArray());
        }
        return Bytes.of(joined.toByteArray());
    }

    private void take(Packet packet) {
        switch (packet.tag()) {
            case Packet.PUBLIC_KEY -> {
                endCertificate();
                current.add(packet);
            }
            case Packet.USER_ID -> begin(packet);
            case Packet.PUBLIC_SUBKEY -> {
                begin(packet);
                skipping = !isKnownKey(packet);
            }
            case Packet.SIGNATURE -> {
                needKey();
                current.add(packet);
            }
            case Packet.USER_ATTRIBUTE -> {
                begin(packet);
                skipping = true;
            }
            case Packet.MARKER, Packet.TRUST, Packet.PADDING -> {}
            case Packet.SECRET_KEY, Packet.SECRET_SUBKEY -> throw secretKey();
            default -> {
                if (packet.tag() < Packet.FIRST_NON_CRITICAL) {
                    throw new MalformedException("it holds a packet of type " + packet.tag());
                }
            }
        }
    }

    private void begin(Packet head) {
        needKey();
        endComponent();
        current.add(head);
    }

    private void needKey() {
        if (components.isEmpty() && current.isEmpty()) {
            throw new MalformedException("it does not begin with a key");
        }
    }

    private void endComponent() {
        if (!current.isEmpty() && !skipping) {
            components.add(Component.of(current.get(0), current.subList(1, current.size())));
        }
        current.clear();
        skipping = false;
    }

    private void endCertificate() {
        endComponent();
        if (!components.isEmpty()) {
            certificates.add(new Certificate(components));
            components.clear();
        }
    }

    private static boolean isKnownKey(Packet packet) {
        try {
            KeyPacket.read(packet.body());
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static KeyException secretKey() {
        return new KeyException(
                "it holds a secret key, which belongs to its owner alone; export the certificate instead");
    }
}
