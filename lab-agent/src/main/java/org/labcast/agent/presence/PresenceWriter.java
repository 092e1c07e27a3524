package org.labcast.agent.presence;

import java.time.Clock;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.labcast.agent.Self;
import org.labcast.agent.Trouble;
import org.labcast.model.Facts;
import org.labcast.model.Presence;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.TrustStore;

/** What this host says of itself at the moment. */
public final class PresenceWriter {
    private final Self self;
    private final Supplier<TrustStore> trust;
    private final Supplier<Facts> facts;
    private final Trouble trouble;
    private final Clock clock;

    public PresenceWriter(Self self, Supplier<TrustStore> trust, Supplier<Facts> facts, Trouble trouble, Clock clock) {
        this.self = self;
        this.trust = trust;
        this.facts = facts;
        this.trouble = trouble;
        this.clock = clock;
    }

    Presence write(boolean leaving) {
        return new Presence(
                self.realm(),
                self.host(),
                clock.instant(),
                leaving,
                self.groups(),
                trust.get().certificates().stream()
                        .map(Certificate::fingerprint)
                        .collect(Collectors.toCollection(TreeSet::new)),
                facts.get(),
                trouble.describe());
    }
}
