package org.labcast.publisher.dispatch;

import java.util.Optional;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostSet;

/**
 * What a person chose; conditions that are given hold together.
 *
 * @param where a condition over facts
 * @param trusting only hosts that say that they obey this key
 */
public record TargetChoice(
        Optional<HostSet> hosts,
        Optional<GroupName> group,
        Optional<FactSelector> where,
        Optional<Fingerprint> trusting) {
    public static TargetChoice all() {
        return new TargetChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it depends on what hosts say of themselves at this moment. */
    public boolean needsFacts() {
        return where.isPresent() || trusting.isPresent();
    }

    public static TargetChoice of(HostSet hosts) {
        return new TargetChoice(Optional.of(hosts), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
