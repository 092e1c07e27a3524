package org.labcast.agent.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.agent.cases.Answer;
import org.labcast.correction.Diagnosis;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Output;
import org.labcast.model.result.Risk;
import org.labcast.text.Printable;
import org.labcast.transport.json.Codec;

/**
 * What {@code lab-agent correct} has to say about one command.
 *
 * @param ran when it was run to be looked at
 * @param informed whether its output is known
 */
record CorrectionReport(String command, Optional<TrialResult> result, boolean informed, Diagnosis diagnosis) {
    private static final int LINES = 10;
    private static final int WIDTH = 160;

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", command);
        result.ifPresent(it -> fields.put("ending", it.result().ending().describe()));
        fields.putAll(Answer.of(diagnosis));
        return Codec.encode(fields).text();
    }

    void print(PrintWriter out) {
        result.ifPresent(it -> print(it, out));
        diagnosis.advice().forEach(advice -> out.println("not corrected: " + Printable.of(advice)));
        List<Correction> corrections = diagnosis.corrections();
        for (int i = 0; i < corrections.size(); i++) {
            print(i + 1, corrections.get(i), out);
        }
        if (!corrections.isEmpty()) {
            out.println();
            out.println(
                    "None of these was run. An agent runs only the first one, only if it is safe and the job allows it.");
        } else if (diagnosis.advice().isEmpty()) {
            out.println(none());
        }
        if (!informed && !corrections.isEmpty()) {
            out.println("The output is not known; with it (--output FILE, or --run) the answer is better.");
        }
    }

    private String none() {
        if (result.isPresent() && result.get().failed().isEmpty()) {
            return "Nothing to correct: only a command that fails by itself is corrected.";
        }
        return informed
                ? "No suggestion."
                : "No suggestion from the command alone; its output (--output FILE, or --run) would help.";
    }

    private static void print(int rank, Correction correction, PrintWriter out) {
        out.println(rank + ". " + Printable.of(correction.command()));
        out.println("   " + correction.risk().name().toLowerCase(Locale.ROOT) + " (" + correction.rule() + "): "
                + Printable.of(correction.why()));
        if (!correction.reason().isEmpty()) {
            String verdict = correction.risk() == Risk.SAFE ? "May run unattended: " : "Shown only: ";
            out.println("   effect: " + correction.effect() + ". " + verdict + Printable.of(correction.reason()) + ".");
        }
    }

    private static void print(TrialResult result, PrintWriter out) {
        List<String> said = Stream.of(result.result().err(), result.result().out())
                .flatMap(CorrectionReport::end)
                .toList();
        out.println("It was run: " + result.result().ending().describe()
                + (said.isEmpty() ? ", without output." : ", and it said:"));
        said.forEach(line -> out.println("   | " + line));
        out.println();
    }

    /** Its last lines, which most often say what was wrong. */
    private static Stream<String> end(Output output) {
        List<String> lines = (output.isComplete() ? output.head() : output.tail())
                .text()
                .lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> Printable.of(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line));
    }
}
