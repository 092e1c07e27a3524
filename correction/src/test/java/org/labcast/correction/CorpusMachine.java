package org.labcast.correction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A machine as a case of the reference corpus recorded it: what was asked of it, and what was faked. */
final class CorpusMachine {
    private final FakeMachine machine = new FakeMachine();
    private final String tool;

    private CorpusMachine(String tool) {
        this.tool = tool;
    }

    static FakeMachine of(String command, JsonNode one) {
        CorpusMachine machine =
                new CorpusMachine(command.replaceFirst("^sudo ", "").split(" ")[0]);
        JsonNode context = one.path("context");
        context.path("cwd_files").forEach(file -> machine.machine.file(file.asText()));
        // What was faked and not asked for by a case of its own was remembered from an earlier one.
        context.path("faked").fields().forEachRemaining(fake -> machine.faked(fake.getKey(), fake.getValue()));
        context.path("asked").forEach(machine::asked);
        return machine.machine;
    }

    private void faked(String what, JsonNode answer) {
        if (what.contains("Popen()") || what.contains("check_output()")) {
            machine.answer(tool + " --help", text(answer));
        } else if (what.contains("get_all_executables")) {
            machine.executables(texts(answer));
        } else if (what.contains("which()") && answer.isTextual()) {
            machine.executables(tool);
        }
    }

    private void asked(JsonNode question) {
        JsonNode answer = question.path("answer");
        JsonNode arguments = question.get("args");
        switch (question.get("ask").asText()) {
            case "run" -> {
                JsonNode words = arguments.get(0);
                String query = words.isArray() ? String.join(" ", texts(words)) : words.asText();
                JsonNode printed = answer.isObject() && !answer.isEmpty()
                        ? answer.elements().next()
                        : answer;
                machine.answer(query.contains(" ") ? query : query + " --help", text(printed));
            }
            case "path_isfile", "path_exists" -> {
                if (answer.asBoolean()) {
                    machine.file(arguments.get(0).asText());
                }
            }
            case "path_isdir" -> {
                if (answer.asBoolean()) {
                    machine.directory(arguments.get(0).asText());
                }
            }
            case "get_all_executables" -> machine.executables(texts(answer));
            default -> {
                // The other questions are about things that no fact stands for.
            }
        }
    }

    private static String text(JsonNode answer) {
        return answer.isArray() ? String.join("\n", texts(answer)) : answer.asText();
    }

    private static String[] texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts.toArray(String[]::new);
    }
}
