package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** How a {@link Correction} looks in JSON: messages of earlier versions say nothing of its effect. */
abstract class CorrectionFields {
    @JsonCreator
    CorrectionFields(
            @JsonProperty("command") String command,
            @JsonProperty("rule") String rule,
            @JsonProperty("why") String why,
            @JsonProperty("risk") Risk risk,
            @JsonProperty("effect") @JacksonInject(value = Absent.TEXT, useInput = OptBoolean.TRUE) String effect,
            @JsonProperty("reason") @JacksonInject(value = Absent.TEXT, useInput = OptBoolean.TRUE) String reason) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    abstract String effect();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    abstract String reason();
}
