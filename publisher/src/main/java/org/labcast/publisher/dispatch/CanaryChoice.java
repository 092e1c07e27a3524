package org.labcast.publisher.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostSet;
import org.labcast.model.LabcastException;
import org.labcast.model.host.Presence;
import org.labcast.publisher.store.KnownHost;
import org.labcast.text.Printable;

/**
 * Hosts that go first: such as are on, without trouble, and obey the key; of each operating system one before a second
 * of any, the most frequent system first.
 *
 * @param hosts fewer than wanted when fewer are able
 */
public record CanaryChoice(List<KnownHost> hosts, int wanted) {
    public CanaryChoice {
        hosts = List.copyOf(hosts);
    }

    /** @throws LabcastException when no host can go first, or none would be left for afterwards */
    public static CanaryChoice of(
            HostSet targeted, int wanted, List<KnownHost> known, Fingerprint signer, Instant now) {
        if (wanted >= targeted.size()) {
            throw new LabcastException("--canary " + wanted + " leaves no host for afterwards, since the target is "
                    + targeted + ": push without it; nothing was posted");
        }
        Map<String, Deque<KnownHost>> bySystem = new LinkedHashMap<>();
        known.stream()
                .filter(host -> targeted.contains(host.host()) && host.isOn(now) && isWilling(host, signer))
                .forEach(host -> bySystem.computeIfAbsent(system(host), os -> new ArrayDeque<>())
                        .add(host));
        if (bySystem.isEmpty()) {
            throw new LabcastException("none of " + targeted + " can go first, since none is on and takes your jobs:"
                    + " see 'publisher hosts', or push without --canary; nothing was posted");
        }
        return new CanaryChoice(dealt(bySystem, wanted), wanted);
    }

    private static List<KnownHost> dealt(Map<String, Deque<KnownHost>> bySystem, int most) {
        List<Deque<KnownHost>> queues = bySystem.values().stream()
                .sorted(Comparator.comparing((Deque<KnownHost> hosts) -> -hosts.size()))
                .toList();
        List<KnownHost> dealt = new ArrayList<>();
        while (dealt.size() < most && queues.stream().anyMatch(hosts -> !hosts.isEmpty())) {
            queues.stream()
                    .filter(hosts -> !hosts.isEmpty())
                    .limit(most - dealt.size())
                    .forEach(hosts -> dealt.add(hosts.remove()));
        }
        return dealt;
    }

    private static boolean isWilling(KnownHost host, Fingerprint signer) {
        return host.presence()
                .filter(presence ->
                        presence.trouble().isEmpty() && presence.trusted().contains(signer))
                .isPresent();
    }

    /** {@code debian 12}; empty when the host does not say. */
    private static String system(KnownHost host) {
        return host.presence()
                .map(Presence::facts)
                .map(facts -> (facts.text("os") + " " + facts.text("os_version")).strip())
                .orElse("");
    }

    public HostSet names() {
        return HostSet.of(hosts.stream().map(KnownHost::host).toList());
    }

    /** Which hosts, and why these. */
    public String describe() {
        long systems = hosts.stream().map(CanaryChoice::system).distinct().count();
        return hosts.stream()
                        .map(host -> (host.host() + " " + Printable.of(system(host))).strip())
                        .collect(Collectors.joining(", ", "Canary: ", ""))
                + (systems > 1 ? "; on, and of " + systems + " systems" : "; on")
                + (hosts.size() < wanted ? ", and no other host is on and takes your jobs." : ".");
    }
}
