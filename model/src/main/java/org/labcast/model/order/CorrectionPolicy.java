package org.labcast.model.order;

/** How far corrections may go, from nothing to running what is safe; the job asks, the host caps. */
public enum CorrectionPolicy {
    OFF,
    SUGGEST,
    SAFE;

    /** The stricter of two. */
    public CorrectionPolicy cappedBy(CorrectionPolicy other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
