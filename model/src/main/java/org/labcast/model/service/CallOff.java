package org.labcast.model.service;

import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/**
 * Ends a call: the tool is stopped, with all that it started.
 *
 * @param nonce of the acceptance that it answers
 */
public record CallOff(Realm realm, CallId call, Fingerprint caller, HostName host, CallId nonce)
        implements ServiceRequest {}
