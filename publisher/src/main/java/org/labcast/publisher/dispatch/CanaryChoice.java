package org.labcast.publisher.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.model.Fingerprint;
import org.labcast.model.Presence;
import org.labcast.publisher.store.KnownHost;

/**
 * Chooses hosts that go first: such as are on, without trouble, and obey the key; of each operating system one before a
 * second of any, the most frequent system first.
 */
public final class CanaryChoice {
    private CanaryChoice() {}

    /** @return at most {@code most} hosts, fewer when fewer are able */
    public static List<KnownHost> of(List<KnownHost> targeted, int most, Fingerprint signer, Instant now) {
        Map<String, Deque<KnownHost>> bySystem = new LinkedHashMap<>();
        targeted.stream()
                .filter(host -> host.isOn(now) && isWilling(host, signer))
                .forEach(host -> bySystem.computeIfAbsent(system(host), os -> new ArrayDeque<>())
                        .add(host));
        List<Deque<KnownHost>> queues = bySystem.values().stream()
                .sorted(Comparator.comparing((Deque<KnownHost> hosts) -> -hosts.size()))
                .toList();
        List<KnownHost> chosen = new ArrayList<>();
        while (chosen.size() < most && queues.stream().anyMatch(hosts -> !hosts.isEmpty())) {
            queues.stream()
                    .filter(hosts -> !hosts.isEmpty())
                    .limit(most - chosen.size())
                    .forEach(hosts -> chosen.add(hosts.remove()));
        }
        return chosen;
    }

    /** {@code debian 12}; empty when the host does not say. */
    public static String system(KnownHost host) {
        return host.presence()
                .map(Presence::facts)
                .map(facts -> (facts.text("os") + " " + facts.text("os_version")).strip())
                .orElse("");
    }

    private static boolean isWilling(KnownHost host, Fingerprint signer) {
        return host.presence()
                .filter(presence ->
                        presence.trouble().isEmpty() && presence.trusted().contains(signer))
                .isPresent();
    }
}
