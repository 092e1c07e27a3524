package org.labcast.services.local;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
import org.labcast.model.Realm;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.services.client.BadArgumentsException;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.NoProviderException;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.client.SpecMismatchException;
import org.labcast.services.client.ToolFailedException;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Invocation;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style;

/**
 * Does what descriptions offer with the tools of this machine, as the user who runs this program: argument lists, time and output
 * limits as on a host of a lab; slots and users are left to whoever runs it.
 */
public final class LocalServices implements ServiceBus {
    /** The only host there is. */
    public static final HostName HOST = new HostName("localhost");

    private static final Realm REALM = new Realm("local");
    /** Nobody installed it. */
    private static final Fingerprint NOBODY = new Fingerprint("0".repeat(40));

    private final Map<PortName, ServicePort> ports = new LinkedHashMap<>();
    private final Set<LocalStream> streams = ConcurrentHashMap.newKeySet();

    /** @param offered of two of the same name, the first does it */
    public LocalServices(List<ServicePort> offered) {
        offered.forEach(port -> ports.putIfAbsent(name(port), port));
    }

    /**
     * What a description offers.
     *
     * @param file its name, for messages
     * @param text Acme
     * @throws LabcastException that is the first error in it
     */
    public static List<ServicePort> described(String file, String text) {
        Checked checked = Checker.check(List.of(Acme.read(file, text)), List.of(), false);
        checked.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(found -> {
                    throw new LabcastException(found.toString());
                });
        return checked.services();
    }

    private static PortName name(ServicePort port) {
        return new PortName(port.contract(), port.name());
    }

    @Override
    public List<ServiceEntry> find(Lookup lookup) {
        return ports.values().stream()
                .map(LocalServices::entry)
                .filter(entry -> fits(entry, lookup))
                .toList();
    }

    private static boolean fits(ServiceEntry entry, Lookup lookup) {
        return lookup.contract()
                        .orElse(entry.port().contract())
                        .equals(entry.port().contract())
                && lookup.port().orElse(entry.port().port()).equals(entry.port().port())
                && lookup.host().orElse(HOST).equals(HOST)
                && lookup.version().orElse(entry.version()).equals(entry.version())
                && entry.attributes().entrySet().containsAll(lookup.attributes().entrySet());
    }

    private static ServiceEntry entry(ServicePort port) {
        return new ServiceEntry(
                REALM,
                HOST,
                Instant.EPOCH,
                false,
                port.component(),
                name(port),
                port.style() == Style.OfPort.PROCESS,
                port.spec(),
                port.signature().written(),
                port.returns().written(),
                port.terms().idempotent(),
                port.metadata().version(),
                new TreeMap<>(port.metadata().attributes()),
                port.metadata().documentation(),
                port.terms().slots(),
                NOBODY);
    }

    @Override
    public CallResult call(CallRequest request) {
        ServicePort port = port(request);
        Duration timeout = request.timeout().isZero() ? port.terms().timeout() : request.timeout();
        return call(
                port,
                plan(port, request),
                new LocalRun(request.port(), timeout, port.terms().outputLimit()));
    }

    private static CallResult call(ServicePort port, Invocation plan, LocalRun run) {
        try {
            plan.pre().ifPresent(run::succeed);
            return port.returns().decoder() == Decoder.EXIT_CODE ? run.end(plan.main()) : run.succeed(plan.main());
        } finally {
            plan.post().ifPresent(run::end);
        }
    }

    /** @throws ServiceException as from a host; a stream that fails later says so when it is read */
    @Override
    public ServiceStream open(CallRequest request) {
        ServicePort port = port(request);
        Invocation plan = plan(port, request);
        LocalRun run = new LocalRun(
                request.port(), port.terms().timeout(), port.terms().outputLimit());
        Runnable post = () -> plan.post().ifPresent(run::end);
        LocalStream stream;
        try {
            plan.pre().ifPresent(run::succeed);
            stream = new LocalStream(run.start(plan.main()), request.port(), post, streams::remove);
        } catch (ToolFailedException e) {
            post.run();
            throw e;
        }
        streams.add(stream);
        return stream;
    }

    private ServicePort port(CallRequest request) {
        ServicePort port = ports.get(request.port());
        if (port == null || !request.host().orElse(HOST).equals(HOST)) {
            throw new NoProviderException("nothing on this machine offers " + request.port());
        }
        if (!request.spec().isEmpty() && !request.spec().equals(port.spec())) {
            throw new SpecMismatchException(request.port() + " is described otherwise here; generate the code anew");
        }
        return port;
    }

    private static Invocation plan(ServicePort port, CallRequest request) {
        try {
            return port.plan(request.arguments());
        } catch (ContractException e) {
            throw new BadArgumentsException(request.port() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        List.copyOf(streams).forEach(LocalStream::close);
    }
}
