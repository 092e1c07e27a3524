package org.labcast.model.result;

/** Why a host does not do what a message asks. */
public enum Refusal {
    BAD_SIGNATURE,
    UNTRUSTED_SIGNER,
    MALFORMED,
    TOO_LARGE,
    WRONG_REALM,
    NOT_A_TARGET,
    EXPIRED,
    NOT_YET_VALID,
    REPLAYED,
    /** Not of a message: another machine is connected to the broker as this host. */
    IDENTITY_IN_USE
}
