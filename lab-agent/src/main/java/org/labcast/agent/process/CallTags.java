package org.labcast.agent.process;

import java.util.Map;
import org.labcast.model.HostName;

/**
 * By what the programs of calls are known as this agent's, also after it was killed.
 *
 * @param agent tells this agent from others on the same machine, also from those with a host of the same name; letters and digits
 */
public record CallTags(HostName host, String agent) {
    ProcessTag of(ProgramStart program) {
        return new ProcessTag(Map.of(
                "LABCAST_CALLS", agent,
                "LABCAST_HOST", host.value(),
                "LABCAST_CALL", program.call(),
                "LABCAST_PART", program.part()));
    }

    /** What all programs of all calls have in common. */
    ProcessTag ofAll() {
        return new ProcessTag(Map.of("LABCAST_CALLS", agent));
    }

    String controlGroup(ProgramStart program) {
        return controlGroupPrefix() + program.call() + "-" + program.part();
    }

    String controlGroupPrefix() {
        return "calls-" + agent + "-";
    }
}
