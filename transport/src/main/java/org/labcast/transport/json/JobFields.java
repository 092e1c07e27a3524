package org.labcast.transport.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Optional;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;

/** How a {@link Job} looks in JSON: one whose commands have a shell each has no field {@code session}. */
abstract class JobFields {
    @JsonCreator
    JobFields(
            @JsonProperty("header") Header header,
            @JsonProperty("title") String title,
            @JsonProperty("tasks") List<Task> tasks,
            @JsonProperty("logAddress") String logAddress,
            @JsonProperty("session") @JacksonInject(value = Absent.OPTIONAL, useInput = OptBoolean.TRUE)
                    Optional<ShellSession> session) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract Optional<ShellSession> session();
}
