package org.labcast.model.service;

/** Why a provider does not do a call. */
public enum DeclineReason {
    /** The caller is not among those who may call. */
    NOT_ALLOWED,
    BAD_ARGUMENTS,
    /** Caller and provider do not mean the same by the name of the port. */
    SPEC_MISMATCH,
    NO_SUCH_SERVICE,
    /** The host that was named has no slot free. */
    BUSY,
    /** The tool is not there or may not be executed, or the agent is about to stop. */
    UNAVAILABLE
}
