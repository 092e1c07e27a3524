package org.labcast.services.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.internal.TestHost;

class ServiceWatchTest {
    private final List<ServiceEntry> list = new ArrayList<>();
    private final ServiceWatch watch = new ServiceWatch(() -> List.copyOf(list));

    private static ServiceEntry entry(String host, String version, int free, long second) {
        return new ServiceEntry(
                TestHost.REALM,
                new HostName(host),
                Instant.ofEpochSecond(second),
                false,
                "Tool",
                new PortName("Ports", "scan"),
                false,
                "",
                "",
                "",
                false,
                version,
                new TreeMap<>(),
                "",
                free,
                new Fingerprint("0".repeat(40)));
    }

    @Test
    void whatComesChangesAndGoesIsTold() {
        assertThat(watch.look()).isEmpty();
        ServiceEntry first = entry("lab-01", "1.0", 4, 1);
        list.add(first);
        assertThat(watch.look()).containsExactly(new ServiceEvent.Appeared(first));
        ServiceEntry newer = entry("lab-01", "1.1", 4, 2);
        list.set(0, newer);
        assertThat(watch.look()).containsExactly(new ServiceEvent.Changed(first, newer));
        list.clear();
        assertThat(watch.look()).containsExactly(new ServiceEvent.Vanished(newer));
    }

    @Test
    void aRenewalIsNoChange() {
        list.add(entry("lab-01", "1.0", 4, 1));
        watch.look();
        list.set(0, entry("lab-01", "1.0", 3, 6));
        assertThat(watch.look()).isEmpty();
    }
}
