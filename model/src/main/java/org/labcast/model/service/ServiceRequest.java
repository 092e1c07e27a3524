package org.labcast.model.service;

import org.labcast.model.Fingerprint;
import org.labcast.model.Realm;

/** What a caller says to providers; signed with the caller's key. */
public sealed interface ServiceRequest permits ServiceCall, Credit, CallOff {
    Realm realm();

    CallId call();

    /** Primary key of the caller, which must be the key that verifies. */
    Fingerprint caller();
}
