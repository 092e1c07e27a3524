package org.labcast.agent.service;

import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.service.CallId;

/** Who speaks with whom about which accepted call. */
record Envelope(Realm realm, CallId call, Fingerprint caller, HostName host, CallId nonce) {}
