package org.labcast.publisher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.labcast.model.LabcastException;
import org.labcast.services.acme.Acme;
import org.labcast.services.acme.Document;

/** Reads description files. */
final class Descriptions {
    /** Larger than any description, also a machine-written one: 16 MiB. */
    private static final int LARGEST = 1 << 24;

    private Descriptions() {}

    static List<Document> read(List<Path> files) {
        return files.stream().map(Descriptions::read).toList();
    }

    private static Document read(Path file) {
        return Acme.read(file.toString(), text(file));
    }

    static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new LabcastException(file + " is larger than 16 MiB, which is no description");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LabcastException(file + " is not written in UTF-8", e);
        } catch (NoSuchFileException e) {
            throw new LabcastException("there is no file " + file, e);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
            throw new LabcastException("cannot read " + file + ": " + reason, e);
        }
    }
}
