package org.labcast.publisher.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;
import org.labcast.publisher.store.KnownHost;
import org.labcast.publisher.store.TestLab;

class CanaryChoiceTest {
    private static final Instant NOW = TestLab.START;
    private static final Fingerprint STRANGER = new Fingerprint("B".repeat(40));

    private static KnownHost host(String name, String os, String trouble, Fingerprint trusted, int age) {
        Presence presence = new Presence(
                TestLab.REALM,
                new HostName(name),
                NOW,
                false,
                new TreeSet<>(),
                new TreeSet<>(List.of(trusted)),
                Facts.of(Map.of("os", os)),
                trouble);
        return new KnownHost(
                new HostName(name),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(presence),
                Optional.of(NOW.minusSeconds(age)));
    }

    private static KnownHost host(String name, String os) {
        return host(name, os, "", TestLab.ADMIN, 1);
    }

    private static CanaryChoice choice(int wanted, KnownHost... hosts) {
        HostSet targeted = HostSet.of(Stream.of(hosts).map(KnownHost::host).toList());
        return CanaryChoice.of(targeted, wanted, List.of(hosts), TestLab.ADMIN, NOW);
    }

    private static List<String> chosen(int wanted, KnownHost... hosts) {
        return choice(wanted, hosts).hosts().stream()
                .map(host -> host.host().value())
                .toList();
    }

    @Test
    void ofEachSystemOneBeforeASecondOfAny() {
        KnownHost[] hosts = {
            host("a", "fedora"), host("b", "debian"), host("c", "debian"), host("d", "arch"), host("e", "arch")
        };
        assertThat(chosen(1, hosts)).containsExactly("b");
        assertThat(chosen(3, hosts)).containsExactly("b", "d", "a");
        assertThat(chosen(4, hosts)).containsExactly("b", "d", "a", "c");
        assertThat(choice(2, hosts).describe()).isEqualTo("Canary: b debian, d arch; on, and of 2 systems.");
    }

    @Test
    void whoIsOffOrInTroubleOrObeysOthersIsNoCanary() {
        CanaryChoice choice = choice(
                4,
                host("off", "debian", "", TestLab.ADMIN, 60),
                host("full", "debian", "the disk is full", TestLab.ADMIN, 1),
                host("strange", "debian", "", STRANGER, 1),
                new KnownHost(
                        new HostName("new"),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                host("on", "debian"));
        assertThat(choice.names()).isEqualTo(HostSet.of("on"));
        assertThat(choice.describe()).isEqualTo("Canary: on debian; on, and no other host is on and takes your jobs.");
    }
}
