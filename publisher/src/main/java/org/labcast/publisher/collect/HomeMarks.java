package org.labcast.publisher.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.broker.Provisioning;
import org.labcast.model.Bytes;
import org.labcast.model.HomeId;
import org.labcast.model.HomeMark;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.publisher.store.Homes;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marks that the homes of all administrators leave on the broker: by them a home learns that a copy of it is in use,
 * even one with the same machine id in the same folder, and which other homes its administrator has.
 */
public final class HomeMarks {
    private static final Logger LOG = LoggerFactory.getLogger(HomeMarks.class);

    /** A mark that is younger need not be replaced. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Realm realm;
    private final PublisherName administrator;
    private final Homes homes;
    private final String place;
    private final Clock clock;

    /** @param place where the home lies, as people name it */
    public HomeMarks(Realm realm, PublisherName administrator, Homes homes, String place, Clock clock) {
        this.realm = realm;
        this.administrator = administrator;
        this.homes = homes;
        this.place = place;
        this.clock = clock;
    }

    /** The name to which hosts answer this home. */
    public PublisherName replyName() {
        return homes.id().replyName(administrator);
    }

    /**
     * Looks for copies of this home and leaves a mark. A broker that does not know this home yet gets its queues.
     *
     * @return this administrator's other homes
     */
    public List<HomeMark> announce(BusConnection connection) {
        HomeId id = homes.id();
        List<HomeMark> marks = all(connection);
        Optional<HomeMark> found =
                marks.stream().filter(mark -> mark.home().equals(id)).findFirst();
        if (found.isEmpty()) {
            provision(connection);
        }
        boolean isOwn = found.filter(homes::isOwn).isPresent();
        if (!isOwn) {
            found.ifPresent(homes::met);
        }
        if (!isOwn || isOld(found.get().at())) {
            leave(connection);
        }
        return marks.stream().filter(mark -> !mark.home().equals(id)).toList();
    }

    /** The queues of this home; what waits in those that exist stays there. */
    public void provision(BusConnection connection) {
        try (Provisioning provisioning = new Provisioning(connection)) {
            provisioning.home(replyName());
        }
    }

    /** This administrator's homes, as the broker shows them. */
    public List<HomeMark> all(BusConnection connection) {
        List<HomeMark> marks = new ArrayList<>();
        for (SignedMessage message : browse(connection)) {
            try {
                HomeMark mark = Codec.readHomeMark(message.payload());
                if (mark.realm().equals(realm) && mark.publisher().equals(administrator)) {
                    marks.add(mark);
                }
            } catch (MalformedMessageException e) {
                LOG.info("a mark of a home was passed over: {}", e.getMessage());
            }
        }
        return marks;
    }

    private static List<SignedMessage> browse(BusConnection connection) {
        try {
            return new Browser(connection).browse(Addresses.HOMES);
        } catch (BusException e) {
            if (e.fault() == BusException.Fault.NO_SUCH_ADDRESS) {
                return List.of(); // no home has used this broker yet
            }
            throw e;
        }
    }

    /** By the clock of this machine, which may have been wrong. */
    private boolean isOld(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(FRESH) > 0;
    }

    private void leave(BusConnection connection) {
        HomeMark mark = HomeMark.fresh(realm, administrator, homes.id(), place, clock.instant());
        homes.remember(mark);
        post(connection, message(mark));
    }

    /** Makes this a home of its own; the one that keeps the id hears that it is alone. */
    public void renew(BusConnection connection) {
        HomeId old = homes.id();
        homes.renew();
        post(connection, message(HomeMark.leaving(realm, administrator, old, place, clock.instant())));
        announce(connection);
    }

    /** Takes away what the broker has of a home that is not used any more. */
    public void forget(BusConnection connection, HomeMark home) {
        try (Provisioning provisioning = new Provisioning(connection)) {
            provisioning.removeHome(home.replyName());
        }
        post(connection, message(home).expiring(clock.instant()));
    }

    /** Not signed: it decides nothing, and only administrators may write here. */
    private static OutboundMessage message(HomeMark mark) {
        return OutboundMessage.toQueue(Addresses.HOMES, new SignedMessage(Codec.encode(mark), Bytes.EMPTY))
                .replacing(mark.home().value());
    }

    private static void post(BusConnection connection, OutboundMessage outboundMessage) {
        try (DurableSender sender = new DurableSender(connection)) {
            sender.post(List.of(outboundMessage));
        }
    }
}
