package org.labcast.model.service;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.Realm;

/**
 * Asks who will do a call. Nothing runs before the caller has sent a {@link Credit} to the host that accepted.
 *
 * @param spec what the caller believes that the port is, {@code spec} of its {@link ServiceEntry}; empty: whatever it is
 * @param arguments values of the parameters; each has one, or any number when it is a list
 * @param host the only host that may accept; absent: any
 * @param replyTo address of the caller's queue
 * @param timeout how long the tool may run; zero: as the description says
 */
public record ServiceCall(
        Realm realm,
        CallId call,
        Fingerprint caller,
        PortName port,
        String spec,
        Map<String, List<String>> arguments,
        Optional<HostName> host,
        String replyTo,
        Duration timeout)
        implements ServiceRequest {
    public ServiceCall {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        arguments.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        arguments = Collections.unmodifiableMap(copy);
        if (timeout.isNegative()) {
            throw new InvalidValueException("a timeout is not negative");
        }
    }
}
