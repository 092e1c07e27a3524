package org.labcast.transport.pgp;

/** Why a signature is not believed. */
public enum RejectionReason {
    /** Not an OpenPGP signature, or a damaged one. */
    MALFORMED,
    /** Larger than the policy's limits. */
    TOO_LARGE,
    /** No signature, several, or something beside it. */
    NOT_ONE_SIGNATURE,
    /** A text, certification or other signature instead of one over binary data. */
    WRONG_TYPE,
    /** Made with a hash that the policy does not accept. */
    WEAK_HASH,
    /** Says something critical that we do not understand. */
    CRITICAL_UNKNOWN,
    /** No creation time in the hashed area. */
    MISSING_TIME,
    /** No issuer fingerprint in the hashed area. */
    MISSING_ISSUER,
    /** Names several issuers, or one that its other fields deny. */
    CONTRADICTORY_ISSUER,
    /** Made by a key that no trusted certificate holds. */
    UNKNOWN_SIGNER,
    /** Not this key's signature of these bytes. */
    BAD_SIGNATURE,
    /** The signature's own validity time is over. */
    EXPIRED,
    /** Created later than now, beyond the allowed clock skew. */
    FROM_THE_FUTURE,
    /** Created before its key existed. */
    OLDER_THAN_KEY,
    /** Too short a key, or an algorithm that the policy does not accept. */
    WEAK_KEY,
    /** The key or its certificate was revoked. */
    KEY_REVOKED,
    /** The key had expired when it signed, or has by now. */
    KEY_EXPIRED,
    /** No valid self-signature, binding or back-signature ties the key to its certificate. */
    KEY_NOT_BOUND,
    /** The certificate does not let this key sign data. */
    KEY_NOT_ALLOWED_TO_SIGN
}
