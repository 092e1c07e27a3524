package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

/** Signatures made by other programs and by forgers: data of others, which {@code deploy/measure-corpus} names. */
@Tag("corpus")
class CorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("labcast.corpus", ".")).resolve("openpgp");

    @Test
    void acceptsAndRefusesAsTheManifestSays() throws IOException {
        Path manifest = CORPUS.resolve("manifest.json");
        List<String> mismatches = new ArrayList<>();
        for (JsonNode entry : JsonMapper.builder().build().readTree(manifest.toFile())) {
            String id = entry.get("id").asText();
            boolean wanted = entry.get("class").asText().equals("accept");
            String verdict = verdict(CORPUS.resolve(id));
            if (wanted != verdict.startsWith("Accepted")) {
                mismatches.add(id + " (" + entry.get("why").asText() + "): " + verdict);
            }
        }
        assertThat(mismatches).isEmpty();
    }

    private static String verdict(Path folder) throws IOException {
        try {
            return new SignatureVerifier(Clock.systemUTC(), SignaturePolicy.standard())
                    .verify(
                            Bytes.of(Files.readAllBytes(folder.resolve("payload"))),
                            Bytes.of(Files.readAllBytes(folder.resolve("sig"))),
                            TrustStore.ofFile(folder.resolve("trust.pgp")))
                    .toString();
        } catch (KeyException e) {
            return "Refused: " + e.getMessage();
        }
    }
}
