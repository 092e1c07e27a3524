package org.labcast.publisher.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;

/** The parts that the JSON forms share. Times are ISO 8601 in UTC, spans are seconds, states are in capitals. */
final class JsonForms {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonForms() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String pretty(ObjectNode node) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), node) + "\n";
    }

    static String line(ObjectNode node) {
        return write(MAPPER.writer(), node) + "\n";
    }

    private static String write(ObjectWriter writer, ObjectNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing JSON into memory cannot fail", e);
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static void putTime(ObjectNode node, String name, Optional<Instant> time) {
        time.ifPresentOrElse(at -> node.put(name, at.toString()), () -> node.putNull(name));
    }

    /** {@code task} counts from 1, as the reports do. */
    static ObjectNode of(Outcome outcome) {
        ObjectNode node = object();
        node.put("task", outcome.task() + 1);
        node.put("state", outcome.state().name());
        outcome.attempts().forEach(attempt -> node.withArray("attempts").add(of(attempt)));
        outcome.suggestions().forEach(found -> node.withArray("suggestions").add(of(found)));
        outcome.advice().forEach(advice -> node.withArray("advice").add(advice));
        return node;
    }

    private static ObjectNode of(Attempt attempt) {
        ObjectNode node = object();
        node.put("command", attempt.command());
        attempt.correction().ifPresent(correction -> node.set("correction", of(correction)));
        node.put("started", attempt.started().toString());
        node.put("seconds", seconds(attempt.took()));
        putEnding(node, attempt.ending());
        node.set("stdout", of(attempt.out()));
        node.set("stderr", of(attempt.err()));
        return node;
    }

    /** {@code exit} is absent when the command did not end by itself. */
    static void putEnding(ObjectNode node, Ending ending) {
        node.put("ending", ending.describe());
        if (ending instanceof Ending.Exited exited) {
            node.put("exit", exited.code());
        }
    }

    static ObjectNode of(Correction correction) {
        return object().put("command", correction.command())
                .put("rule", correction.rule())
                .put("why", correction.why())
                .put("effect", correction.effect())
                .put("reason", correction.reason())
                .put("risk", correction.risk().name());
    }

    /** {@code omitted} bytes are missing between {@code head} and {@code tail}. */
    private static ObjectNode of(Output output) {
        return object().put("head", output.head().text())
                .put("tail", output.tail().text())
                .put("total", output.total())
                .put("omitted", output.omitted())
                .put("kept", output.kept())
                .put("sha256", output.sha256());
    }
}
