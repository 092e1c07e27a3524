package org.labcast.services.client;

import org.labcast.model.HostName;

/** Finds a host that does a call. */
interface Seeking {
    /**
     * @return one that a host has accepted and that has not begun
     * @throws ServiceException when there is none
     */
    Conversation ask() throws InterruptedException;

    /** Whether the host's port gives its exit code back, so that none is a failure. */
    boolean returnsExitCode(HostName host);
}
