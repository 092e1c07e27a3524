package org.labcast.services.generate;

import java.util.Comparator;
import java.util.List;

/**
 * A file to be written.
 *
 * @param path relative to the folder of the whole, parts parted by {@code /}
 * @param program whether it is to be executable
 */
public record GeneratedFile(String path, String text, boolean program) {
    /** Of the generator's own folder. */
    static GeneratedFile of(String path, String text) {
        return new GeneratedFile("generated/" + path, text, false);
    }

    static List<GeneratedFile> sorted(List<GeneratedFile> files) {
        return files.stream().sorted(Comparator.comparing(GeneratedFile::path)).toList();
    }
}
