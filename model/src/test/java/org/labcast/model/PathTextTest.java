package org.labcast.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTextTest {
    @ParameterizedTest
    @CsvSource({
        "ls, ls, ls, '', ls",
        "/bin/ls, ls, ls, /bin, /bin/ls",
        "/ls, ls, ls, '', /ls",
        "bin/, '', bin, bin, bin",
        "a//b//, '', b, a//b/, a//b",
        "a//b, b, b, a/, a//b",
        "/, '', '', '', /",
        "//, '', '', /, /",
        "'', '', '', '', ''",
        "'a\nb/c', c, c, 'a\nb', 'a\nb/c'"
    })
    void partsAreThoseOfThePath(String path, String base, String ofFolder, String parent, String withoutSlashes) {
        assertThat(PathText.base(path)).isEqualTo(base);
        assertThat(PathText.baseOfFolder(path)).isEqualTo(ofFolder);
        assertThat(PathText.parent(path)).isEqualTo(parent);
        assertThat(PathText.withoutSlashes(path)).isEqualTo(withoutSlashes);
    }
}
