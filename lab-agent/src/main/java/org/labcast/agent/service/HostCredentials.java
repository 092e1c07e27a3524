package org.labcast.agent.service;

import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.transport.pgp.Signer;

/**
 * What this host is known by.
 *
 * @param signer with the host's key
 * @param secret names its entries and marks its processes
 */
public record HostCredentials(HostIdentity identity, Signer signer, HostSecret secret) {}
