package org.labcast.agent.cases;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.machine.RecordedFacts;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/**
 * A failure that was recorded elsewhere.
 *
 * @param facts of the machine it happened on; empty when they are those of this machine
 */
record Case(FailedCommand failed, Optional<MachineFacts> facts) {
    private static final Set<String> KEYS = Set.of("id", "command", "exitCode", "output", "facts");
    private static final int UNKNOWN_EXIT = 1;

    /** @throws InvalidValueException saying which field is wrong */
    static Case of(Map<String, @Nullable Object> fields) {
        for (String key : fields.keySet()) {
            if (!KEYS.contains(key)) {
                throw new InvalidValueException("unknown key '" + Printable.of(key) + "'");
            }
        }
        if (!(fields.get("command") instanceof String command)) {
            throw new InvalidValueException("'command' is missing or not a text");
        }
        FailedCommand failed =
                new FailedCommand(command, exitCode(fields.get("exitCode")), "", output(fields.get("output")));
        return new Case(failed, facts(fields.get("facts")));
    }

    private static int exitCode(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN_EXIT;
        }
        if (value instanceof Long code && code == code.intValue()) {
            return code.intValue();
        }
        throw new InvalidValueException("'exitCode' is not a whole number");
    }

    private static String output(@Nullable Object value) {
        if (value != null && !(value instanceof String)) {
            throw new InvalidValueException("'output' is not a text");
        }
        return value instanceof String output ? output : "";
    }

    private static Optional<MachineFacts> facts(@Nullable Object value) {
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw new InvalidValueException("'facts' is not an object");
        }
        return value instanceof Map<?, ?> facts ? Optional.of(RecordedFacts.of(facts)) : Optional.empty();
    }
}
