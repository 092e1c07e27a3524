package org.labcast.services.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files of others, of both dialects: they are read, and cut off anywhere they give one error with a place. */
final class AcmeCorpusTest {
    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        Path corpus = Path.of(System.getProperty("labcast.corpus", "")).resolve("acme");
        assumeTrue(Files.isDirectory(corpus), () -> "no corpus at " + corpus);
        List<Path> files;
        try (Stream<Path> found = Files.walk(corpus)) {
            files = found.filter(file -> file.toString().endsWith(".acme"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(corpus.relativize(file).toString(), () -> readAndCut(file)));
    }

    private static void readAndCut(Path file) throws IOException {
        String text = Files.readString(file);
        Document whole = Acme.read(file.getFileName().toString(), text);
        assertThat(whole.body().nodes()).isNotEmpty();
        int end = text.lastIndexOf('}');
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            int cut = text.indexOf('{') + 1 + random.nextInt(end - text.indexOf('{') - 1);
            String part = text.substring(0, cut);
            assertThatThrownBy(() -> Acme.read("part.acme", part + "\n"))
                    .as("cut at %s", cut)
                    .isInstanceOf(AcmeSyntaxException.class)
                    .hasMessageMatching("(?s)part.acme:\\d+:\\d+: error: .*");
        }
    }
}
