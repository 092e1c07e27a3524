package org.labcast.agent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labcast.agent.machine.RecordedFacts;
import org.labcast.correction.Corrector;

class CaseStreamTest {
    private static final String SAID = "\"output\":\"E: Invalid operation instal\\n\"";
    private static final String FIXED = "\"suggestions\":[{\"command\":\"apt-get install vim\",\"rule\":\"apt_verb\","
            + "\"risk\":\"safe\",\"why\":\"apt-get does not know 'instal'; nearest is 'apt-get install'.\","
            + "\"effect\":\"additive\",\"reason\":\"one slip is put right, and apt-get install only adds something\"}]}";

    private final CaseStream stream = new CaseStream(
            new Corrector((rule, on, cause) -> {
                throw new AssertionError(rule, cause);
            }),
            () -> RecordedFacts.of(Map.of("executables", List.of("ls"))));
    private boolean good;

    @Test
    void answersEachLineInItsTurnAndGivesTheIdBack() throws IOException {
        List<String> answers = answers(
                "{\"id\":\"a\",\"command\":\"apt-get instal vim\",\"exitCode\":100," + SAID + ",\"facts\":{}}",
                "",
                "{\"id\":{\"n\":[1,2.5,null,true]},\"command\":\"apt-get instal vim\"," + SAID + ",\"facts\":{}}",
                "{\"command\":\"true\",\"facts\":{}}");

        assertThat(answers)
                .containsExactly(
                        "{\"id\":\"a\"," + FIXED,
                        "{\"id\":{\"n\":[1,2.5,null,true]}," + FIXED,
                        "{\"id\":null,\"suggestions\":[]}");
        assertThat(good).isTrue();
    }

    @Test
    void asksTheMachineWhereNoFactsAreGiven() throws IOException {
        assertThat(answers("{\"command\":\"sl\"}", "{\"command\":\"sl\",\"facts\":{\"executables\":[\"id\"]}}"))
                .satisfiesExactly(
                        here -> assertThat(here).contains("\"command\":\"ls\""),
                        there -> assertThat(there).isEqualTo("{\"id\":null,\"suggestions\":[]}"));
    }

    @Test
    void tellsWhatMustNotBeCorrected() throws IOException {
        assertThat(answers("{\"command\":\"ssh lab-01\",\"exitCode\":255,\"facts\":{},"
                        + "\"output\":\"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\\n\"}"))
                .singleElement()
                .asString()
                .startsWith("{\"id\":null,\"suggestions\":[],\"advice\":[\"");
    }

    @Test
    void aLineThatIsNoCaseIsAnErrorAndTheOthersGoOn() throws IOException {
        List<String> answers = answers(
                "not json",
                "{\"id\":1,\"id\":2,\"command\":\"ls\"}",
                "{\"id\":3}",
                "{\"id\":4,\"command\":\"ls\",\"exitCode\":\"1\"}",
                "{\"id\":5,\"command\":\"ls\",\"output\":[]}",
                "{\"id\":6,\"command\":\"ls\",\"colour\":1}",
                "{\"id\":7,\"command\":\"ls\",\"facts\":{\"excutables\":[]}}",
                "{\"id\":8,\"command\":\"ls\",\"facts\":{\"files\":\"a\"}}",
                "{\"id\":9,\"command\":\"ls\",\"facts\":{\"sudo\":1}}",
                "null",
                "{\"id\":11,\"command\":\"ls\"} {}",
                "{\"id\":12,\"command\":\"true\",\"facts\":{}}");

        assertThat(answers.subList(2, 9))
                .containsExactly(
                        "{\"id\":3,\"error\":\"line 3: 'command' is missing or not a text\"}",
                        "{\"id\":4,\"error\":\"line 4: 'exitCode' is not a whole number\"}",
                        "{\"id\":5,\"error\":\"line 5: 'output' is not a text\"}",
                        "{\"id\":6,\"error\":\"line 6: unknown key 'colour'\"}",
                        "{\"id\":7,\"error\":\"line 7: unknown key 'excutables' in facts\"}",
                        "{\"id\":8,\"error\":\"line 8: 'files' in facts is not a list of texts\"}",
                        "{\"id\":9,\"error\":\"line 9: 'sudo' in facts is not true or false\"}");
        assertThat(answers.get(0)).startsWith("{\"id\":null,\"error\":\"line 1: column 1: not a JSON object: ");
        assertThat(answers.get(1)).contains("line 2: column", "Duplicate field 'id'");
        assertThat(answers.get(9)).contains("line 10: not a JSON object");
        assertThat(answers.get(10)).contains("line 11: column");
        assertThat(answers.get(11)).isEqualTo("{\"id\":12,\"suggestions\":[]}");
        assertThat(good).isFalse();
    }

    @Test
    void ofALineThatIsTooLongNoMoreIsKeptThanTheBound() throws IOException {
        InputStream endless = new InputStream() {
            private int left = 3 * CaseStream.LONGEST_LINE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
        InputStream rest = in("\n{\"command\":\"true\",\"facts\":{}}");

        assertThat(answers(new SequenceInputStream(endless, rest)))
                .containsExactly(
                        "{\"id\":null,\"error\":\"line 1: longer than 8388608 bytes\"}",
                        "{\"id\":null,\"suggestions\":[]}");
        assertThat(good).isFalse();
    }

    private List<String> answers(String... lines) throws IOException {
        return answers(in(String.join("\n", lines)));
    }

    private List<String> answers(InputStream in) throws IOException {
        StringWriter out = new StringWriter();
        good = stream.answer(in, new PrintWriter(out));
        return out.toString().lines().toList();
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
