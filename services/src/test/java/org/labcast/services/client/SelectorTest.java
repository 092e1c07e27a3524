package org.labcast.services.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;

class SelectorTest {
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
        assertThat(Selector.of(lookup))
                .isEqualTo("labcast_interface = 'Ports' AND labcast_port = 'scan' AND labcast_host = 'lab-01'"
                        + " AND labcast_version = '1.0' AND labcast_a_room = '12'");
        assertThat(Selector.of(Lookup.of(new PortName("A", "b"))))
                .isEqualTo("labcast_interface = 'A' AND labcast_port = 'b'");
        assertThat(Selector.of(Lookup.ALL)).isEmpty();
    }

    @Test
    void whatCouldBeTakenForSelectorIsLeftToTheSignedFields() {
        assertThat(Selector.of(attributes(Map.of("room", "1' OR '1'='1")))).isEmpty();
        assertThat(Selector.of(attributes(Map.of("x = 1 OR room", "12")))).isEmpty();
        assertThat(Selector.of(attributes(Map.of("a-b", "12")))).isEmpty();
    }
}
