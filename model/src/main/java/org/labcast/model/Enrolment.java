package org.labcast.model;

/**
 * A new host's introduction of its key.
 *
 * @param certificate the host's OpenPGP certificate, armored
 * @param mac HMAC-SHA256 with the invitation's token over realm, host and certificate, lower-case hexadecimal
 */
public record Enrolment(Realm realm, HostName host, String certificate, String mac) {}
