package org.labcast.services.generate;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ProviderLostException;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.contract.ServicePort;

/** A bus in memory: hosts that answer with a text, one after the other, until they are lost. */
public final class MemoryBus implements ServiceBus {
    private final Map<HostName, Function<CallRequest, String>> hosts = new LinkedHashMap<>();
    private final Map<String, Integer> losses = new HashMap<>();
    private final List<ServicePort> ports;
    private final List<CallRequest> requests = new ArrayList<>();

    public MemoryBus(List<ServicePort> ports) {
        this.ports = List.copyOf(ports);
    }

    public MemoryBus host(String name, Function<CallRequest, String> answer) {
        hosts.put(new HostName(name), answer);
        return this;
    }

    /** The host is lost after so many lines of a stream. */
    public MemoryBus losing(String name, int lines) {
        losses.put(name, lines);
        return this;
    }

    public List<CallRequest> requests() {
        return requests;
    }

    @Override
    public List<ServiceEntry> find(Lookup lookup) {
        return hosts.keySet().stream()
                .flatMap(host -> ports.stream().map(port -> entry(host, port)))
                .toList();
    }

    private static ServiceEntry entry(HostName host, ServicePort port) {
        return new ServiceEntry(
                new Realm("test"),
                host,
                Instant.EPOCH,
                false,
                port.component(),
                new org.labcast.model.service.PortName(port.contract(), port.name()),
                false,
                port.spec(),
                port.signature().written(),
                port.returns().written(),
                port.terms().idempotent(),
                "1.0",
                new TreeMap<>(),
                "",
                1,
                new Fingerprint("A".repeat(40)));
    }

    @Override
    public CallResult call(CallRequest request) {
        HostName host = provider(request);
        return new CallResult(host, Bytes.utf8(hosts.get(host).apply(request)), Bytes.EMPTY, 0, 0);
    }

    private HostName provider(CallRequest request) {
        requests.add(request);
        if (ports.stream().noneMatch(port -> port.spec().equals(request.spec()))) {
            throw new SpecMismatchException("nobody knows " + request.spec());
        }
        return hosts.keySet().stream()
                .filter(host -> request.host().orElse(host).equals(host))
                .findFirst()
                .orElseThrow(() -> new NoProviderException("nobody offers " + request.port()));
    }

    @Override
    public ServiceStream open(CallRequest request) {
        HostName host = provider(request);
        return new Lines(host, hosts.get(host).apply(request).lines().iterator());
    }

    /** Lines of a host, which break off when it is lost. */
    private final class Lines implements ServiceStream {
        private final HostName host;
        private final Iterator<String> lines;
        private int sent;

        Lines(HostName host, Iterator<String> lines) {
            this.host = host;
            this.lines = lines;
        }

        @Override
        public HostName host() {
            return host;
        }

        @Override
        public Iterator<String> iterator() {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    if (sent == losses.getOrDefault(host.value(), Integer.MAX_VALUE)) {
                        hosts.remove(host);
                        throw new ProviderLostException(host + " is silent");
                    }
                    return lines.hasNext();
                }

                @Override
                public String next() {
                    sent++;
                    return lines.next();
                }
            };
        }

        @Override
        public InputStream bytes() {
            return new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {}
}
