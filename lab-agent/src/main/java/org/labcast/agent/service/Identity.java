package org.labcast.agent.service;

import org.labcast.agent.HostSecret;
import org.labcast.agent.Self;
import org.labcast.transport.pgp.Signer;

/**
 * What this host is known by.
 *
 * @param signer with the host's key
 * @param secret names its entries and marks its processes
 */
public record Identity(Self self, Signer signer, HostSecret secret) {}
