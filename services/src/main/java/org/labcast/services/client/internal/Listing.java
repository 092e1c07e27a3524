package org.labcast.services.client.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.Lookup;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Verified;

/** What hosts offer at this moment: entries that they lease on the broker. */
public final class Listing {
    /** Leases end on the broker's clock; what is this old by ours is an old entry that the broker shows again. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    /** Entries that were verified already, the last ones met. */
    private static final int REMEMBERED = 4096;

    private static final Comparator<ServiceEntry> ORDER = Comparator.comparing(ServiceEntry::port)
            .thenComparing(entry -> entry.host().value())
            .thenComparing(ServiceEntry::component);

    private final Browser browser;
    private final ReplyVerifier verifier;
    private final Map<SignedMessage, ServiceEntry> verified = Collections.synchronizedMap(new Verdicts());

    public Listing(Browser browser, ReplyVerifier verifier) {
        this.browser = browser;
        this.verifier = verifier;
    }

    /** In the order of port, host and component. */
    public List<ServiceEntry> find(Lookup lookup) {
        Collection<ServiceEntry> newest = browser.browse(Addresses.SERVICES, EntryFilter.of(lookup)).stream()
                .flatMap(message -> verified(message).stream())
                .filter(this::isRecent)
                .collect(Collectors.toMap(
                        Offer::of,
                        entry -> entry,
                        BinaryOperator.maxBy(Comparator.comparing(ServiceEntry::at)),
                        LinkedHashMap::new))
                .values();
        return newest.stream()
                .filter(entry -> !entry.leaving() && EntryFilter.fits(entry, lookup))
                .sorted(ORDER)
                .toList();
    }

    private Optional<ServiceEntry> verified(SignedMessage message) {
        ServiceEntry before = verified.get(message);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<ServiceEntry> entry = verifier.claim(message, Codec::readServiceEntry)
                .flatMap(claim -> verifier.verified(message, claim, claim.realm(), claim.host()))
                .map(Verified::value);
        entry.ifPresent(found -> verified.put(message, found));
        return entry;
    }

    private boolean isRecent(ServiceEntry entry) {
        return entry.at().isAfter(verifier.now().minus(OLDEST));
    }

    /** What an entry is about; a host whose agent was killed and started again may have two of one. */
    private record Offer(String host, String component, String port) {
        static Offer of(ServiceEntry entry) {
            return new Offer(
                    entry.host().value(), entry.component(), entry.port().toString());
        }
    }

    private static final class Verdicts extends LinkedHashMap<SignedMessage, ServiceEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SignedMessage, ServiceEntry> eldest) {
            return size() > REMEMBERED;
        }
    }
}
