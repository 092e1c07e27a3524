package org.labcast.model;

/**
 * A host that may call.
 *
 * @param certificate its OpenPGP certificate, armored
 */
public record HostCaller(HostName host, String certificate) {}
