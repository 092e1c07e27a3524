package org.labcast.services.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;

/** Tells what changes in the list of services, to whoever looks every second or so. For one thread. */
public final class ServiceWatch {
    private final Supplier<List<ServiceEntry>> list;
    private Map<Key, ServiceEntry> before = Map.of();

    ServiceWatch(Supplier<List<ServiceEntry>> list) {
        this.list = list;
    }

    /** What is different from the last time; the first time, all that is there has appeared. */
    public List<ServiceEvent> look() {
        Map<Key, ServiceEntry> now = new LinkedHashMap<>();
        list.get().forEach(entry -> now.put(Key.of(entry), entry));
        List<ServiceEvent> events = new ArrayList<>();
        now.forEach((key, entry) -> {
            ServiceEntry last = before.get(key);
            if (last == null) {
                events.add(new ServiceEvent.Appeared(entry));
            } else if (!settled(last).equals(settled(entry))) {
                events.add(new ServiceEvent.Changed(last, entry));
            }
        });
        before.forEach((key, entry) -> {
            if (!now.containsKey(key)) {
                events.add(new ServiceEvent.Vanished(entry));
            }
        });
        before = now;
        return events;
    }

    /** Without what differs at each renewal: its time, and how busy the host is. */
    private static ServiceEntry settled(ServiceEntry entry) {
        return new ServiceEntry(
                entry.realm(),
                entry.host(),
                java.time.Instant.EPOCH,
                entry.leaving(),
                entry.component(),
                entry.port(),
                entry.stream(),
                entry.spec(),
                entry.signature(),
                entry.returns(),
                entry.idempotent(),
                entry.version(),
                entry.attributes(),
                entry.documentation(),
                0,
                entry.installedBy());
    }

    private record Key(HostName host, String component, PortName port) {
        static Key of(ServiceEntry entry) {
            return new Key(entry.host(), entry.component(), entry.port());
        }
    }
}
