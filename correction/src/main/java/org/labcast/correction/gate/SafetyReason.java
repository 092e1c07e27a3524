package org.labcast.correction.gate;

/** Why a correction may run unattended. */
public enum SafetyReason {
    /** What it does changes nothing. */
    LOOKS,
    /** One slip was put right, and what is done bears being done. */
    ONE_SLIP,
    /** It is the signed call itself, written as the tool reads it here. */
    SAME_CALL,
    /** The same command runs, behind what it needs first. */
    NEEDED_FIRST,
    /** The same command runs with the rights that the operating system asked for. */
    MORE_RIGHTS
}
