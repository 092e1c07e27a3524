package org.labcast.agent.machine;

import java.util.List;
import java.util.Optional;

/** Runs read-only queries. */
@FunctionalInterface
interface Queries {
    /** What the query printed; empty when it failed, took too long, or is not there. Output is cut at a bound. */
    Optional<String> ask(List<String> query);
}
