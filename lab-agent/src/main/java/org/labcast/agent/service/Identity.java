package org.labcast.agent.service;

import org.labcast.agent.Self;
import org.labcast.model.Secret;
import org.labcast.transport.pgp.Signer;

/**
 * What this host is known by.
 *
 * @param signer with the host's key
 * @param secret known to nobody else and the same after a restart; names its entries and marks its processes
 */
public record Identity(Self self, Signer signer, Secret secret) {}
