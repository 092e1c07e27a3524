package org.labcast.services.contract;

import java.util.List;
import java.util.Optional;

/**
 * A component that uses services.
 *
 * @param guiCodeFile a Java source file of its author, relative to the description
 * @param partOfClient whether it is code of the client itself, and nothing that runs elsewhere
 * @param sharedGui whether several services show their results in its widgets
 * @param ports each of which calls a service or reads a stream
 */
public record ClientApplication(
        String component,
        Optional<String> guiCodeFile,
        boolean partOfClient,
        boolean sharedGui,
        List<ClientPort> ports) {
    public ClientApplication {
        ports = List.copyOf(ports);
    }
}
