package org.labcast.model.result;

/** Where a cancellation met its job. */
public enum CancelPoint {
    /** Nothing of it had run. */
    BEFORE,
    /** It was running and was ended. */
    WHILE,
    /** It had already ended. */
    AFTER,
    /** The host had not seen the job yet and will not run it when it comes. */
    UNSEEN
}
