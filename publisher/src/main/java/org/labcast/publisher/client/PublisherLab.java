package org.labcast.publisher.client;

import java.util.List;
import java.util.Optional;
import org.labcast.model.LabcastException;
import org.labcast.model.service.ServiceEntry;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.workflow.ShutdownHook;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.Lookup;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ServiceStream;

/** The lab of this machine's administrator, with the key and the broker of {@code publisher}. Calls that are open at Ctrl-C are ended. */
public final class PublisherLab implements ServiceBus {
    private final Wiring wiring;
    private final ServiceBus services;
    private final ShutdownHook hook;

    private PublisherLab(Wiring wiring, ServiceBus services) {
        this.wiring = wiring;
        this.services = services;
        this.hook = ShutdownHook.closing(services);
    }

    /**
     * Of {@code $LABCAST_HOME}, else {@code ~/.labcast}.
     *
     * @throws LabcastException when there is no publisher yet, or its broker does not answer
     */
    public static ServiceBus open() {
        return open(PublisherHome.locate(Optional.empty()));
    }

    static ServiceBus open(PublisherHome home) {
        Wiring wiring = Wiring.of(home);
        try {
            return new PublisherLab(wiring, wiring.services());
        } catch (RuntimeException e) {
            wiring.close();
            throw e;
        }
    }

    @Override
    public List<ServiceEntry> find(Lookup lookup) {
        return services.find(lookup);
    }

    @Override
    public CallResult call(CallRequest request) {
        return services.call(request);
    }

    @Override
    public ServiceStream open(CallRequest request) {
        return services.open(request);
    }

    @Override
    public void close() {
        try (hook) {
            services.close();
        } finally {
            wiring.close();
        }
    }
}
