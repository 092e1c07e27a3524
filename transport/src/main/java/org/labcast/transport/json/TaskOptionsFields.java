package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.TaskOptions;

/** How {@link TaskOptions} look in JSON. */
abstract class TaskOptionsFields {
    @JsonCreator
    TaskOptionsFields(
            @JsonProperty("timeout") Duration timeout,
            @JsonProperty("onFailure") OnFailure onFailure,
            @JsonProperty("correct") CorrectionPolicy correct,
            @JsonProperty("user") String user,
            @JsonProperty("cwd") String cwd,
            @JsonProperty("shell") String shell,
            @JsonProperty("idempotent") boolean idempotent,
            @JsonProperty("retries") int retries,
            @JsonProperty("sudo") @JacksonInject(value = Absent.SUDO, useInput = OptBoolean.TRUE) SudoPolicy sudo) {}
}
