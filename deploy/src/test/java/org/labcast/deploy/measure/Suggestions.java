package org.labcast.deploy.measure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What {@code lab-agent correct --json} prints. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Suggestions(List<Suggested> suggestions) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Suggested(String command, String rule, String risk, String why, String effect) {
        boolean looks() {
            return "looks".equals(effect);
        }

        boolean safe() {
            return risk.equalsIgnoreCase("safe");
        }
    }

    /** What an agent would run, the first safe one; else the first of all, which it would show. */
    Suggested unattended() {
        return suggestions.stream().filter(Suggested::safe).findFirst().orElseGet(() -> suggestions.get(0));
    }

    static Suggestions parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, Suggestions.class);
    }
}
