package org.labcast.agent.link;

import java.time.Clock;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.HostIdentity;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.TrustStore;

/** What this host says of itself at the moment. */
public final class PresenceWriter {
    private final HostIdentity identity;
    private final Supplier<TrustStore> trust;
    private final Supplier<Facts> facts;
    private final HealthStatus health;
    private final Clock clock;

    public PresenceWriter(
            HostIdentity identity,
            Supplier<TrustStore> trust,
            Supplier<Facts> facts,
            HealthStatus health,
            Clock clock) {
        this.identity = identity;
        this.trust = trust;
        this.facts = facts;
        this.health = health;
        this.clock = clock;
    }

    Presence write(boolean leaving) {
        return new Presence(
                identity.realm(),
                identity.host(),
                clock.instant(),
                leaving,
                identity.groups(),
                trust.get().certificates().stream()
                        .map(Certificate::fingerprint)
                        .collect(Collectors.toCollection(TreeSet::new)),
                facts.get(),
                health.describe());
    }
}
