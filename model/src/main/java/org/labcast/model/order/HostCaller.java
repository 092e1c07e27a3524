package org.labcast.model.order;

import org.labcast.model.HostName;

/**
 * A host that may call.
 *
 * @param certificate its OpenPGP certificate, armored
 */
public record HostCaller(HostName host, String certificate) {}
