package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Optional;
import org.labcast.model.order.Script;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;

/** How a {@link Task} looks in JSON: fields that most tasks do not need are left out. */
abstract class TaskFields {
    @JsonCreator
    TaskFields(
            @JsonProperty("command") String command,
            @JsonProperty("line") int line,
            @JsonProperty("options") TaskOptions options,
            @JsonProperty("change") @JacksonInject(value = Absent.OPTIONAL, useInput = OptBoolean.TRUE)
                    Optional<ServiceChange> change,
            @JsonProperty("script") @JacksonInject(value = Absent.OPTIONAL, useInput = OptBoolean.TRUE)
                    Optional<Script> script) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract Optional<ServiceChange> change();

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract Optional<Script> script();
}
