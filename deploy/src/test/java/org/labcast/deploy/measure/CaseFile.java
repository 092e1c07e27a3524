package org.labcast.deploy.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cases in a file, one JSON object a line; see {@link Mistake} for its keys. */
final class CaseFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseFile() {}

    /** @throws IOException with the file's name and the line's number when a line is no case or repeats an id */
    static List<Mistake> read(Path file) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            try {
                Mistake mistake = JSON.readValue(line, Mistake.class);
                if (!ids.add(mistake.id())) {
                    throw new IOException("%s:%d: the id '%s' is taken.".formatted(file, number, mistake.id()));
                }
                mistakes.add(mistake);
            } catch (JsonProcessingException e) {
                throw new IOException("%s:%d: %s".formatted(file, number, e.getOriginalMessage()), e);
            }
        }
        return List.copyOf(mistakes);
    }
}
