package org.labcast.publisher.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.labcast.model.Facts;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Presence;
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
                new HostName(name), Optional.empty(), false, Optional.of(presence), Optional.of(NOW.minusSeconds(age)));
    }

    private static KnownHost host(String name, String os) {
        return host(name, os, "", TestLab.ADMIN, 1);
    }

    private static List<String> chosen(int most, KnownHost... hosts) {
        return CanaryChoice.of(List.of(hosts), most, TestLab.ADMIN, NOW).stream()
                .map(host -> host.host().value())
                .toList();
    }

    @Test
    void ofEachSystemOneBeforeASecondOfAny() {
        KnownHost[] hosts = {host("a", "fedora"), host("b", "debian"), host("c", "debian"), host("d", "arch")};
        assertThat(chosen(1, hosts)).containsExactly("b");
        assertThat(chosen(3, hosts)).containsExactly("b", "a", "d");
        assertThat(chosen(4, hosts)).containsExactly("b", "a", "d", "c");
    }

    @Test
    void whoIsOffOrInTroubleOrObeysOthersIsNoCanary() {
        assertThat(chosen(
                        5,
                        host("off", "debian", "", TestLab.ADMIN, 60),
                        host("full", "debian", "the disk is full", TestLab.ADMIN, 1),
                        host("strange", "debian", "", STRANGER, 1),
                        new KnownHost(new HostName("new"), Optional.empty(), true, Optional.empty(), Optional.empty()),
                        host("on", "debian")))
                .containsExactly("on");
    }
}
