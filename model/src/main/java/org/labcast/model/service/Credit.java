package org.labcast.model.service;

import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.Realm;

/**
 * Says that the caller is there and how much it will take. The first one starts the call.
 *
 * @param nonce of the acceptance that it answers
 * @param granted bytes of output in all that may be sent, counted from the begin of the call
 */
public record Credit(Realm realm, CallId call, Fingerprint caller, HostName host, CallId nonce, long granted)
        implements ServiceRequest {
    public Credit {
        if (granted < 0) {
            throw new InvalidValueException("credit is not negative");
        }
    }
}
