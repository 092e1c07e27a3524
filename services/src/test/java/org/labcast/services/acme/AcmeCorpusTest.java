package org.labcast.services.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Whole descriptions, ours and of others in both dialects: they are read, and cut off anywhere they give one error with a place. */
final class AcmeCorpusTest {
    /** Characters to read for one file: the small ones are cut everywhere, of the largest every cut would take minutes. */
    private static final long MOST = 10_000_000;

    @TestFactory
    Stream<DynamicTest> ours() throws IOException {
        return filesBelow(Path.of("../examples"));
    }

    /** {@code deploy/measure-corpus} names where they lie. */
    @Tag("corpus")
    @TestFactory
    Stream<DynamicTest> ofOthers() throws IOException {
        return filesBelow(Path.of(System.getProperty("labcast.corpus", "")).resolve("acme"));
    }

    private static Stream<DynamicTest> filesBelow(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(".acme"))
                    .sorted()
                    .toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> readAndCut(file)));
    }

    private static void readAndCut(Path file) throws IOException {
        String text = Files.readString(file);
        Document whole = Acme.read(file.getFileName().toString(), text);
        assertThat(whole.body().nodes()).isNotEmpty();
        List<Integer> cuts = cuts(text);
        int step = (int) (1 + (long) cuts.size() * text.length() / MOST);
        for (int i = 0; i < cuts.size(); i += step) {
            String part = text.substring(0, cuts.get(i));
            assertThatThrownBy(() -> Acme.read("part.acme", part + "\n"))
                    .as("cut at %s", part.length())
                    .isInstanceOf(AcmeSyntaxException.class)
                    .hasMessageMatching("(?s)part.acme:\\d+:\\d+: error: .*");
        }
    }

    /** Behind every token and in the middle of it, where some brace is open. */
    private static List<Integer> cuts(String text) {
        List<Integer> cuts = new ArrayList<>();
        int open = 0;
        for (AcmeToken token : AcmeLexer.read(new Source("whole.acme", text))) {
            if (open > 0) {
                cuts.add((token.start() + token.end()) / 2);
            }
            open += token.isSymbol("{") ? 1 : token.isSymbol("}") ? -1 : 0;
            if (open > 0) {
                cuts.add(token.end());
            }
        }
        return cuts;
    }
}
