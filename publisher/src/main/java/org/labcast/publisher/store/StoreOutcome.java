package org.labcast.publisher.store;

/** What became of a result that was handed to the store. */
public enum StoreOutcome {
    NEW,
    /** Known already; nothing changed. */
    DUPLICATE,
    /** Kept, but this store knows no such order: another publisher's, or one from before the store was lost. */
    STRAY,
    /** Kept as a refused answer: the host was not asked, or answers other bytes than those that were signed. */
    REFUSED
}
