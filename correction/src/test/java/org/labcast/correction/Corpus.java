package org.labcast.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cases of others, of which nothing is in this repository; {@code deploy/measure-corpus} names the folder and runs what reads them. */
final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    /** The cases of one file, one JSON object a line. */
    static List<JsonNode> cases(String file) throws IOException {
        Path cases = Path.of(System.getProperty("labcast.corpus", "")).resolve("correction/" + file);
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(cases)) {
            read.add(JSON.readTree(line));
        }
        return read;
    }
}
