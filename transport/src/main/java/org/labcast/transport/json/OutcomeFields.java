package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;

/** How an {@link Outcome} looks in JSON: one without advice has no such field, as in messages that are older than advice. */
abstract class OutcomeFields {
    @JsonCreator
    OutcomeFields(
            @JsonProperty("task") int task,
            @JsonProperty("state") TaskState state,
            @JsonProperty("attempts") List<Attempt> attempts,
            @JsonProperty("suggestions") List<Correction> suggestions,
            @JsonProperty("advice") @JacksonInject(value = Absent.LIST, useInput = OptBoolean.TRUE)
                    List<String> advice) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    abstract List<String> advice();
}
