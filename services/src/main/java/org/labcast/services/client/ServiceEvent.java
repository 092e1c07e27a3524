package org.labcast.services.client;

import org.labcast.model.service.ServiceEntry;

/** What became different in the list of services. */
public sealed interface ServiceEvent {
    /** The entry that it is about, as it is now, or was last. */
    ServiceEntry entry();

    /** A host offers a port that it did not offer before. */
    record Appeared(ServiceEntry entry) implements ServiceEvent {}

    /** The same host offers the same port of the same component, but something else is said about it. */
    record Changed(ServiceEntry before, ServiceEntry entry) implements ServiceEvent {}

    /** It was taken away, or its host renews it no longer. */
    record Vanished(ServiceEntry entry) implements ServiceEvent {}
}
