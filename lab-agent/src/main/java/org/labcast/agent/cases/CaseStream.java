package org.labcast.agent.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.Corrector;
import org.labcast.correction.MachineFacts;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.transport.json.Codec;

/**
 * Answers recorded failures, one JSON object a line:
 * {@code {"id":…,"command":"…","exitCode":…,"output":"…","facts":{…}}} with {@code {"id":…,"suggestions":[…]}}.
 *
 * <p>A line that is no such object is answered by {@code {"id":…,"error":"line 3: …"}}, and the others go on. Holds one line at a
 * time.
 *
 * @param here the facts for cases that bring none
 */
public record CaseStream(Corrector corrector, Supplier<MachineFacts> here) {
    /** Bytes; a longer line is an error, whatever is in it. */
    static final int LONGEST_LINE = 8 << 20;

    /**
     * Reads to the end, and answers each line before it reads the next.
     *
     * @return whether every line was a case
     * @throws IOException when the input cannot be read
     */
    public boolean answer(InputStream in, PrintWriter out) throws IOException {
        Lines lines = new Lines(in, LONGEST_LINE);
        boolean good = true;
        // A reader who has gone away is no reason to work on.
        while (lines.next() && !out.checkError()) {
            if (!lines.blank()) {
                Map<String, @Nullable Object> answer = answer(lines);
                out.println(Codec.encode(answer).text());
                out.flush();
                good &= !answer.containsKey("error");
            }
        }
        return good;
    }

    private Map<String, @Nullable Object> answer(Lines lines) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", null);
        try {
            Map<String, @Nullable Object> fields = Codec.readObject(Bytes.of(lines.line()));
            answer.put("id", fields.get("id"));
            Case one = Case.of(fields);
            answer.putAll(Answer.of(corrector.diagnose(one.failed(), one.facts().orElseGet(here))));
        } catch (LabcastException e) {
            answer.put("error", "line " + lines.number() + ": " + e.getMessage());
        }
        return answer;
    }
}
