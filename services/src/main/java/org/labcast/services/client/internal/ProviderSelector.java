package org.labcast.services.client.internal;

import java.util.Set;
import org.labcast.model.HostName;
import org.labcast.services.client.ServiceException;

/** Finds a host that does a call. */
public interface ProviderSelector {
    /**
     * @return one that a host has accepted and that has not begun
     * @throws ServiceException when there is none
     */
    ClientCall ask() throws InterruptedException;

    /** Whether another host than these may do what one of them perhaps did already, and there seems to be one. */
    boolean mayGoElsewhere(Set<HostName> lost);

    /** Whether the host's port gives its exit code back, so that none is a failure. */
    boolean returnsExitCode(HostName host);
}
