package org.labcast.services.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

class LineSplitterTest {
    private static List<String> lines(Bytes... parts) {
        LineSplitter splitter = new LineSplitter();
        List<String> lines = new ArrayList<>();
        for (Bytes part : parts) {
            splitter.add(part);
            for (Optional<String> line = splitter.line(); line.isPresent(); line = splitter.line()) {
                lines.add(line.get());
            }
        }
        splitter.rest().ifPresent(lines::add);
        return lines;
    }

    @Test
    void linesEndWithEitherLineEnd() {
        assertThat(lines(Bytes.utf8("one\r\n\ntwo\n"), Bytes.utf8("thr"), Bytes.utf8("ee")))
                .containsExactly("one", "", "two", "three");
    }

    @Property(tries = 200)
    void whereItIsCutDoesNotMatter(@ForAll String text, @ForAll @IntRange(max = 40) int at) {
        byte[] all = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int cut = Math.min(at, all.length);
        assertThat(lines(
                        Bytes.of(java.util.Arrays.copyOf(all, cut)),
                        Bytes.of(java.util.Arrays.copyOfRange(all, cut, all.length))))
                .isEqualTo(lines(Bytes.of(all)));
    }

    @Test
    void aLineOfTheGreatestLengthIsOne() {
        String longest = "x".repeat(LineSplitter.LONGEST);
        assertThat(lines(Bytes.utf8(longest), Bytes.utf8("\nnext\n"))).containsExactly(longest, "next");
    }

    @Test
    void aLongerOneIsSplitBetweenCharacters() {
        String tooLong = "x".repeat(LineSplitter.LONGEST - 1) + "üy";
        List<String> lines = lines(Bytes.utf8(tooLong));
        assertThat(lines).hasSize(2);
        assertThat(String.join("", lines)).isEqualTo(tooLong);
    }
}
