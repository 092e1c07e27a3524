package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.labcast.model.result.Correction;

/** How many everyday mistakes of administrators the first suggestion mends as expected; the machine is as the cases have it. */
@Tag("corpus")
final class EverydayCorpusTest {
    private static final int FLOOR = 18;
    private static final FakeMachine MACHINE = new FakeMachine()
            .executables(
                    ("apt apt-cache apt-config apt-get bash cat cp curl cut date df dir dpkg du echo env find getent git grep gzip head ip"
                                    + " ln ls mkdir mv nginx ps pip3 rm rmdir sed sh sort ss ssh ssh-keygen stat sudo systemctl tail tar"
                                    + " tee touch tr uname users wc who")
                            .split(" "))
            .names(NameKind.PACKAGES, "htop", "tree", "nginx", "nginx-light", "net-tools", "vim", "curl")
            .names(NameKind.UNITS, "nginx.service", "ssh.service", "cron.service")
            .file("/usr/sbin/useradd")
            .file("/etc/nginx/nginx.conf")
            .file("/tmp/report.txt")
            .directory("/tmp/oldlogs");

    @Test
    void firstSuggestions() throws IOException {
        Corrector corrector = new Corrector((rule, on, cause) -> {
            throw new AssertionError(rule + " crashed on " + on, cause);
        });
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (JsonNode one : Corpus.cases("admin-open.jsonl")) {
            FailedCommand failed = new FailedCommand(
                    one.get("command").asText(),
                    one.get("exit").asInt(),
                    "",
                    one.get("output").asText());
            List<Correction> found = corrector.suggest(failed, MACHINE);
            List<String> expected = StreamSupport.stream(one.get("expected").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            all++;
            if (found.isEmpty() || !expected.contains(found.get(0).command())) {
                missed.add(failed.command() + " -> " + found);
            }
        }
        System.out.printf(
                "corpus: %d of %d first suggestions as expected; missed: %s%n", all - missed.size(), all, missed);
        assertThat(all - missed.size()).as("missed: %s", missed).isGreaterThanOrEqualTo(FLOOR);
    }
}
