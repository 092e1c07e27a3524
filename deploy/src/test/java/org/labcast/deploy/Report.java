package org.labcast.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the publisher's {@code --json} says of a job, and the exit code with which it was said. */
record Report(int exit, JsonNode json) {
    static Report of(ProgramResult result) {
        try {
            return new Report(
                    result.exit(), new JsonMapper().readTree(result.out()).require());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new AssertionError("no report, but " + result, e);
        }
    }

    String job() {
        return json.at("/job/id").asText();
    }

    String state(String host) {
        return host(host).path("state").asText();
    }

    /** The states of the tasks that the host has reported, in their order. */
    List<String> tasks(String host) {
        return host(host).path("tasks").findValuesAsText("state");
    }

    /** Why the host refused messages that nobody answers for, in order of time. */
    List<String> alerts(String host) {
        return elements("alerts", host).stream()
                .map(alert -> alert.path("reason").asText())
                .toList();
    }

    private JsonNode host(String host) {
        return elements("hosts", host).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(host + " is not in the report " + json));
    }

    private List<JsonNode> elements(String list, String host) {
        return StreamSupport.stream(json.path(list).spliterator(), false)
                .filter(element -> element.path("host").asText().equals(host))
                .toList();
    }
}
