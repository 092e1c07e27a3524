package org.labcast.transport.pgp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/** An OpenPGP certificate ("public key"): a primary key, user ids, subkeys and the signatures that tie them together. */
public final class Certificate {
    private final KeyPacket primary;
    private final List<Component> components;
    private final Map<Fingerprint, KeyPacket> keys = new LinkedHashMap<>();

    /** @param components the first one is the primary key */
    Certificate(List<Component> components) {
        this.components = List.copyOf(components);
        this.primary = KeyPacket.read(components.get(0).head().body());
        keys.put(primary.fingerprint(), primary);
        components.stream().filter(c -> c.head().tag() == Packet.PUBLIC_SUBKEY).forEach(c -> {
            KeyPacket key = KeyPacket.read(c.head().body());
            keys.putIfAbsent(key.fingerprint(), key);
        });
    }

    /**
     * The certificates in the content of a file, binary or armored, up to 8 MiB.
     *
     * @return at least one
     * @throws KeyException when there is none or anything else
     */
    public static List<Certificate> readAll(byte[] content) {
        return CertificateReader.readAll(Bytes.of(content));
    }

    public Fingerprint fingerprint() {
        return primary.fingerprint();
    }

    /** The first user id with control and invisible characters replaced, or an empty text when there is none. Nobody vouches for it. */
    public String userId() {
        return userIds()
                .findFirst()
                .map(c -> c.head().body().text().replaceAll("[\\p{Cc}\\p{Cf}]", "\ufffd"))
                .orElse("");
    }

    /** Binary form. */
    public byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        components.stream()
                .flatMap(Component::all)
                .forEach(p -> out.writeBytes(p.encoded().toArray()));
        return out.toByteArray();
    }

    public String armored() {
        return Armor.write(Armor.PUBLIC_KEY, encoded());
    }

    KeyPacket primary() {
        return primary;
    }

    /** The primary key or a subkey, bound or not. */
    Optional<KeyPacket> key(Fingerprint fingerprint) {
        return Optional.ofNullable(keys.get(fingerprint));
    }

    Stream<KeyPacket> keys() {
        return keys.values().stream();
    }

    Stream<Component> userIds() {
        return components.stream().filter(c -> c.head().tag() == Packet.USER_ID);
    }

    /** All signatures of a type, wherever they stand: a revocation is sometimes just appended to the file. */
    List<SignaturePacket> signatures(int type) {
        return components.stream()
                .flatMap(c -> c.signatures().stream())
                .filter(s -> s.type() == type)
                .toList();
    }

    /** What two copies of one certificate know together: one of them may lack the revocation that the other has. */
    Certificate joinedWith(Certificate copy) {
        Map<Bytes, Component> joined = new LinkedHashMap<>();
        Stream.concat(components.stream(), copy.components.stream())
                .forEach(c -> joined.merge(c.head().body(), c, Component::joinedWith));
        List<Component> ordered = new ArrayList<>(joined.values());
        ordered.sort((a, b) -> Boolean.compare(isSubkey(a), isSubkey(b)));
        return new Certificate(ordered);
    }

    private static boolean isSubkey(Component component) {
        return component.head().tag() == Packet.PUBLIC_SUBKEY;
    }

    @Override
    public String toString() {
        return fingerprint() + " " + userId();
    }
}
