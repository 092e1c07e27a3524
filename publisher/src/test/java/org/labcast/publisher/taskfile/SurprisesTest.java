package org.labcast.publisher.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurprisesTest {
    /** @param name what the case shows, or which warning is to come */
    record Case(String name, String text) {
        static List<Case> read(String resource) {
            try (InputStream in = SurprisesTest.class.getResourceAsStream(resource)) {
                String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                List<Case> cases = new ArrayList<>();
                for (String one : all.substring(all.indexOf("\n===")).split("\n=== ")) {
                    if (!one.isEmpty()) {
                        int end = one.indexOf('\n');
                        cases.add(new Case(one.substring(0, end), one.substring(end + 1) + "\n"));
                    }
                }
                return cases;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> good() {
        return Case.read("good.txt");
    }

    static List<Case> surprising() {
        return Case.read("surprising.txt");
    }

    private static List<String> warnings(String text) {
        return TaskFile.parse("t", "t", text.getBytes(StandardCharsets.UTF_8)).warnings().stream()
                .map(TaskFileFinding::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("good")
    void saysNothingAboutOrdinaryScripts(Case one) {
        assertThat(warnings(one.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("surprising")
    void tellsTheSurpriseAndItsPlace(Case one) {
        int blank = one.name().indexOf(' ');
        String place = "t:" + one.name().substring(0, blank) + ": warning: ";
        String part = one.name().substring(blank + 1);

        assertThat(warnings(one.text())).anyMatch(warning -> warning.startsWith(place) && warning.contains(part));
    }

    @Test
    void windowsLineEndsAreSaidOnce() {
        assertThat(warnings("date\r\nwho\r\n"))
                .containsExactly("t:1:5: warning: the lines end as on Windows: their carriage returns are left out");
    }

    @Test
    void readsTenThousandSurprisesInNoTime() {
        assertThat(warnings("exit 1; vi x; rm -rf $X/*\n".repeat(10_000))).hasSizeGreaterThan(20_000);
    }
}
