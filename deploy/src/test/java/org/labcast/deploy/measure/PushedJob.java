package org.labcast.deploy.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.deploy.measure.Suggestions.Suggested;

/**
 * What became of a job of one command on one host.
 *
 * @param refusal why the publisher posted nothing; empty when it did
 * @param attempts in their order; the first is the command as it was signed
 * @param suggestions what could have been run instead and was not
 */
record PushedJob(String refusal, List<Tried> attempts, List<Suggested> suggestions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    PushedJob {
        attempts = List.copyOf(attempts);
        suggestions = List.copyOf(suggestions);
    }

    /**
     * One run of a command.
     *
     * @param exit -1 when it did not come to its end by itself
     * @param correction by which the agent came to it
     * @param output of both streams, as the report has it
     */
    record Tried(String command, int exit, Optional<Suggested> correction, String output) {}

    static PushedJob refused(String why) {
        return new PushedJob(why, List.of(), List.of());
    }

    /** @throws JsonProcessingException when it is no report of one task on one host */
    static PushedJob of(String report) throws JsonProcessingException {
        JsonNode task = JSON.readTree(report).at("/hosts/0/tasks/0");
        if (!task.path("attempts").isArray()) {
            throw new IllegalStateException("the host has not answered: " + report);
        }
        List<Tried> attempts = new ArrayList<>();
        for (JsonNode attempt : task.path("attempts")) {
            attempts.add(new Tried(
                    attempt.path("command").asText(),
                    attempt.path("exit").asInt(-1),
                    attempt.has("correction") ? Optional.of(suggested(attempt.get("correction"))) : Optional.empty(),
                    text(attempt.path("stdout")) + text(attempt.path("stderr"))));
        }
        List<Suggested> suggestions = new ArrayList<>();
        task.path("suggestions").forEach(one -> suggestions.add(suggested(one)));
        return new PushedJob("", attempts, suggestions);
    }

    private static Suggested suggested(JsonNode node) {
        return new Suggested(
                node.path("command").asText(),
                node.path("rule").asText(),
                node.path("risk").asText(),
                node.path("why").asText(),
                node.path("effect").asText());
    }

    private static String text(JsonNode stream) {
        return stream.path("head").asText() + stream.path("tail").asText();
    }

    /** What the agent ran by itself instead of the signed command. */
    List<Tried> corrected() {
        return attempts.stream().filter(one -> one.correction().isPresent()).toList();
    }

    /** The command as it was signed. */
    Tried signed() {
        return attempts.get(0);
    }
}
