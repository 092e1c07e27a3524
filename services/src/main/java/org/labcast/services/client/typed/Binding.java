package org.labcast.services.client.typed;

import java.time.Duration;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.services.client.CallRequest;
import org.labcast.services.client.CallResult;
import org.labcast.services.client.ServiceBus;
import org.labcast.services.client.ServiceException;
import org.labcast.services.client.ServiceStream;
import org.labcast.services.client.ToolFailedException;

/**
 * How a client's calls are made. Each call finds its provider anew, so that what was lost is not asked again.
 *
 * @param host the only one that may answer; absent: any
 * @param timeout how long a tool may run; zero: as its description says
 */
public record Binding(ServiceBus bus, Optional<HostName> host, Duration timeout) {
    /** To any host, on the terms of the description. */
    public static Binding of(ServiceBus bus) {
        return new Binding(bus, Optional.empty(), Duration.ZERO);
    }

    /** The same to one host only. */
    public Binding on(HostName only) {
        return new Binding(bus, Optional.of(only), timeout);
    }

    /** The same with another timeout. */
    public Binding within(Duration limit) {
        return new Binding(bus, host, limit);
    }

    /**
     * Calls, and wants all of the output: a part of a value is no value.
     *
     * @throws ServiceException of the kind that says what went wrong; also when output is missing because there was more than the
     *     description allows. Who wants the part calls the bus.
     */
    public CallResult call(RemotePort port, Arguments arguments) {
        CallResult result = bus.call(request(port, arguments));
        if (result.capped() > 0) {
            throw new ToolFailedException(
                    port.name() + " put out " + result.capped() + " bytes more than its description allows",
                    result.exitCode(),
                    result.err().text());
        }
        return result;
    }

    /** Calls what prints JSON. */
    public Json json(RemotePort port, Arguments arguments) {
        return Json.of(port.name(), call(port, arguments));
    }

    /**
     * Starts a stream. One of an idempotent port goes on with another provider when its own is lost; what was on its way then is
     * missing.
     */
    public ServiceStream open(RemotePort port, Arguments arguments) {
        CallRequest request = request(port, arguments);
        return port.idempotent() ? new ContinuedStream(bus, request) : bus.open(request);
    }

    private CallRequest request(RemotePort port, Arguments arguments) {
        return new CallRequest(port.name(), port.spec(), port.checked(arguments), host, timeout, port.idempotent());
    }
}
