package org.labcast.correction;

import java.util.Optional;

/** One symptom that a person must look at: no command is proposed for it, whatever other rules would say. */
public interface Advice {
    /** The symptom, such as {@code host_key_changed}. */
    String name();

    /** One sentence for the reader of the report: what is wrong and what to do; empty when this is not the symptom. */
    Optional<String> give(FailureContext context);
}
