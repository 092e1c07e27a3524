package org.labcast.services.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogTest {
    private final Page page = Page.named("Test");
    private final Log log = page.window(Page.RESULTS_WINDOW);

    @Test
    void allWhoNameAWindowShareIt() {
        assertThat(page.window("ResultsWindow")).isSameAs(log);
        assertThat(page.window("Other")).isNotSameAs(log);
    }

    @Test
    void keepsTheLastLinesAndCountsTheOthers() {
        IntStream.rangeClosed(1, Log.LINES + 5).forEach(i -> log.line("line " + i));
        assertThat(described(0).get("dropped")).isEqualTo(5L);
        assertThat(lines(0)).hasSize(Log.LINES).startsWith("line 6").endsWith("line 2005");
    }

    @Test
    void tellsWhatCameSince() {
        log.text("one\ntwo");
        long seen = page.changes().version();
        log.line("three");
        assertThat(lines(seen)).containsExactly("three");
        assertThat(described(seen).get("clear")).isEqualTo(false);
        log.clear();
        log.line("four");
        assertThat(described(seen).get("clear")).isEqualTo(true);
        assertThat(lines(seen)).containsExactly("four");
    }

    @Test
    void aLineIsCutAndSaysSo() {
        log.line("x".repeat(Log.LENGTH + 7));
        assertThat(lines(0).get(0)).endsWith("xx … (7 more characters)");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> described(long since) {
        return ((List<Map<String, Object>>) page.describe(since).get("widgets")).get(0);
    }

    @SuppressWarnings("unchecked")
    private List<String> lines(long since) {
        return (List<String>) described(since).get("lines");
    }
}
