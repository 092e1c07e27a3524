package org.labcast.publisher.cli.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.LabcastException;
import org.labcast.services.generate.GeneratedFile;

class GeneratedFolderTest {
    private static final GeneratedFile A = new GeneratedFile("generated/p/A.java", "class A {}\n", false);
    private static final GeneratedFile B = new GeneratedFile("generated/q/B.java", "class B {}\n", false);
    private static final GeneratedFile RUN = new GeneratedFile("run", "#!/bin/sh\n", true);

    @TempDir
    private Path folder;

    private GeneratedFolder.Written write(GeneratedFile... files) {
        return new GeneratedFolder(folder).write(List.of(files));
    }

    private Path put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void writesAllAndMakesProgramsOfPrograms() throws IOException {
        assertThat(write(A, B, RUN)).isEqualTo(new GeneratedFolder.Written(3, 0, 0));
        assertThat(folder.resolve("run")).isExecutable();
        assertThat(folder.resolve("generated/files.txt")).hasContent("generated/p/A.java\ngenerated/q/B.java\nrun\n");
    }

    @Test
    void whatIsAsItShouldBeIsNotTouched() throws IOException {
        write(A, RUN);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve(A.path()), old);
        assertThat(write(A, RUN)).isEqualTo(new GeneratedFolder.Written(0, 2, 0));
        assertThat(Files.getLastModifiedTime(folder.resolve(A.path()))).isEqualTo(old);
    }

    @Test
    void removesOnlyWhatItWroteBefore() throws IOException {
        write(A, B, RUN);
        Path mine = put("src/Mine.java", "class Mine {}");
        Path beside = put("generated/q/Mine.java", "class Mine {}");
        Path deep = put("generated/z/Mine.java", "class Mine {}");
        assertThat(write(A)).isEqualTo(new GeneratedFolder.Written(0, 1, 2));
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(
                            folder.resolve(A.path()), mine, beside, deep, folder.resolve("generated/files.txt"));
        }
    }

    @Test
    void aFileOfSomebodyElseStopsItBeforeItBegins() throws IOException {
        Path theirs = put("run", "mine");
        assertThatThrownBy(() -> write(A, RUN))
                .isInstanceOf(LabcastException.class)
                .hasMessageContaining("was not generated");
        assertThat(theirs).hasContent("mine");
        assertThat(folder.resolve("generated")).doesNotExist();
    }

    @Test
    void aListThatNamesOtherPlacesIsRefused() throws IOException {
        for (String path :
                List.of("../x", "/etc/passwd", "src/Mine.java", "generated/../src/Mine.java", "generated/.git/x")) {
            put("generated/files.txt", path + "\n");
            assertThatThrownBy(() -> write(A))
                    .isInstanceOf(LabcastException.class)
                    .hasMessageContaining("no generated file");
        }
    }

    @Test
    void noLinkLeadsElsewhere(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("generated"), elsewhere);
        assertThatThrownBy(() -> write(A)).isInstanceOf(LabcastException.class).hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
