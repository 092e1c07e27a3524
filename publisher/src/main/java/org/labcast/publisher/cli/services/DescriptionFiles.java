package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.List;
import org.labcast.model.LabcastException;
import org.labcast.publisher.text.BoundedFile;
import org.labcast.publisher.text.Utf8Text;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Document;

/** Reads description files. */
final class DescriptionFiles {
    /** Larger than any description, also a machine-written one: 16 MiB. */
    private static final int LARGEST = 1 << 24;

    private DescriptionFiles() {}

    static List<Document> read(List<Path> files) {
        return files.stream().map(DescriptionFiles::read).toList();
    }

    private static Document read(Path file) {
        return Acme.read(file.toString(), text(file));
    }

    static String text(Path file) {
        byte[] content = BoundedFile.read(file, LARGEST, "");
        if (content.length > LARGEST) {
            throw new LabcastException(file + " is larger than 16 MiB, which is no description");
        }
        Utf8Text text = Utf8Text.decode(content);
        if (!text.complete()) {
            throw new LabcastException(file + " is not written in UTF-8");
        }
        return text.text();
    }
}
