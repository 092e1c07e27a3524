package org.labcast.agent.command;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
import org.labcast.model.Realm;
import org.labcast.model.host.HostRecord;
import org.labcast.services.client.HostCertificates;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/** Other hosts' keys, on the word of the administrators whom this host trusts. */
public final class HostDirectory implements HostCertificates {
    private final Realm realm;
    private final Browser browser;
    private final SignatureVerifier verifier;
    private final TrustStore administrators;

    public HostDirectory(Realm realm, Browser browser, SignatureVerifier verifier, TrustStore administrators) {
        this.realm = realm;
        this.browser = browser;
        this.verifier = verifier;
        this.administrators = administrators;
    }

    /** The youngest word counts; a record without certificate says that the host was taken out. */
    @Override
    public synchronized Optional<Certificate> of(HostName host) {
        return browser.browse(Addresses.DIRECTORY).stream()
                .flatMap(message -> believed(message, host))
                .max(Comparator.comparing(Verified::signedAt))
                .map(record -> record.value().certificate())
                .filter(certificate -> !certificate.isEmpty())
                .flatMap(HostDirectory::read);
    }

    private Stream<Verified<HostRecord>> believed(SignedMessage message, HostName host) {
        try {
            HostRecord claim = Codec.readHostRecord(message.payload());
            return claim.realm().equals(realm)
                            && claim.host().equals(host)
                            && verifier.verify(message.payload(), message.signature(), administrators)
                                    instanceof Verification.Accepted accepted
                    ? Stream.of(accepted.payload().map(Codec::readHostRecord))
                    : Stream.of();
        } catch (LabcastException e) {
            return Stream.of(); // no record of a host; whoever put it there is none of the administrators
        }
    }

    private static Optional<Certificate> read(String armored) {
        List<Certificate> found = Certificate.readAll(armored.getBytes(StandardCharsets.UTF_8));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
