package org.labcast.services.contract;

import java.util.Optional;

/**
 * A port that calls a service or reads a stream.
 *
 * @param contract the name of the interface that it asks for
 * @param sharedGui whether its results are shown in a widget that it shares with others
 * @param provider what it is attached to in the description; another provider of the same {@link Operation#spec()} is as good.
 *     Empty when it is attached to nothing
 */
public record ClientPort(
        String component, String name, String contract, boolean sharedGui, Optional<ServicePort> provider) {
    /** {@code component.port}, as a description refers to it. */
    public String fullName() {
        return component + "." + name;
    }

    /** The style of what it is attached to: {@link Style.OfPort#CALLEE} is called, {@link Style.OfPort#PROCESS} is read. */
    public Optional<Style.OfPort> style() {
        return provider.map(ServicePort::style);
    }
}
