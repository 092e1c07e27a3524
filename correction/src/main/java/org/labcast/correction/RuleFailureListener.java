package org.labcast.correction;

/** Hears of a rule that crashed; its suggestions are lost, those of the others are not. */
@FunctionalInterface
public interface RuleFailureListener {
    void crashed(String rule, FailedCommand on, Throwable cause);
}
