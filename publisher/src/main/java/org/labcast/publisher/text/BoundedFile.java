package org.labcast.publisher.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.labcast.model.LabcastException;

/** Reads a file without believing its size. */
public final class BoundedFile {
    private BoundedFile() {}

    /**
     * Its bytes, one more than the largest when it is larger.
     *
     * @param otherwise what follows the reason in the message, such as {@code ": nothing was posted"}
     * @throws LabcastException when the file cannot be read
     */
    public static byte[] read(Path file, int largest, String otherwise) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(largest + 1);
        } catch (NoSuchFileException e) {
            throw new LabcastException("there is no file " + file + otherwise, e);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
            throw new LabcastException("cannot read " + file + ": " + reason + otherwise, e);
        }
    }
}
