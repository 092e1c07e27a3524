package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Optional;
import org.labcast.model.ServiceChange;
import org.labcast.model.Task;
import org.labcast.model.TaskOptions;

/** How a {@link Task} looks in JSON: a command has no field {@code change}. */
abstract class TaskFields {
    /** Name of the value that stands for the field when it is left out. */
    static final String NONE = "no change";

    @JsonCreator
    TaskFields(
            @JsonProperty("command") String command,
            @JsonProperty("line") int line,
            @JsonProperty("options") TaskOptions options,
            @JsonProperty("change") @JacksonInject(value = NONE, useInput = OptBoolean.TRUE)
                    Optional<ServiceChange> change) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract Optional<ServiceChange> change();
}
