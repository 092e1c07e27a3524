package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.services.client.Lookup;

class EntryFilterTest {
    private static Lookup attributes(Map<String, String> attributes) {
        return new Lookup(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(attributes));
    }

    @Test
    void allThatIsAskedForMustHold() {
        Lookup lookup = new Lookup(
                Optional.of("Ports"),
                Optional.of("scan"),
                Optional.of(new HostName("lab-01")),
                Optional.of("1.0"),
                new TreeMap<>(Map.of("room", "12")));
        assertThat(EntryFilter.of(lookup))
                .isEqualTo("labcast_interface = 'Ports' AND labcast_port = 'scan' AND labcast_host = 'lab-01'"
                        + " AND labcast_version = '1.0' AND labcast_a_room = '12'");
        assertThat(EntryFilter.of(Lookup.of(new PortName("A", "b"))))
                .isEqualTo("labcast_interface = 'A' AND labcast_port = 'b'");
        assertThat(EntryFilter.of(Lookup.ALL)).isEmpty();
    }

    @Test
    void whatCouldBeTakenForSelectorIsLeftToTheSignedFields() {
        assertThat(EntryFilter.of(attributes(Map.of("room", "1' OR '1'='1")))).isEmpty();
        assertThat(EntryFilter.of(attributes(Map.of("x = 1 OR room", "12")))).isEmpty();
        assertThat(EntryFilter.of(attributes(Map.of("a-b", "12")))).isEmpty();
    }
}
