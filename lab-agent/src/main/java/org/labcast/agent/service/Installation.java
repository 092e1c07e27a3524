package org.labcast.agent.service;

import org.labcast.model.Fingerprint;
import org.labcast.model.OrderId;
import org.labcast.model.order.Callers;

/**
 * A component that was installed on this host, as it is kept on disk.
 *
 * @param file name of the description, for messages
 * @param description the whole text, perhaps with other components
 * @param installedBy key of the administrator who signed the job
 */
record Installation(
        String component, String file, String description, Callers callers, Fingerprint installedBy, OrderId job) {}
