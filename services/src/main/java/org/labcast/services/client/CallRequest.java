package org.labcast.services.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;

/**
 * A call.
 *
 * @param spec what the caller believes that the port is ({@code ServicePort.spec}); empty: whatever it is
 * @param arguments values of the parameters; each has one, or any number when it is a list
 * @param host the only host that may do it; absent: any
 * @param timeout how long the tool may run; zero: as the description says
 * @param idempotent whether it may be tried on another provider when one was lost, even if the port does not say so
 */
public record CallRequest(
        PortName port,
        String spec,
        Map<String, List<String>> arguments,
        Optional<HostName> host,
        Duration timeout,
        boolean idempotent) {
    public CallRequest {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        arguments.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        arguments = Collections.unmodifiableMap(copy);
    }

    /** On any host, once, for as long as the description allows. */
    public static CallRequest of(PortName port, String spec, Map<String, List<String>> arguments) {
        return new CallRequest(port, spec, arguments, Optional.empty(), Duration.ZERO, false);
    }
}
