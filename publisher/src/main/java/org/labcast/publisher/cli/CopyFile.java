package org.labcast.publisher.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;

/** A file that a person asked for and that replaces none of his unasked. */
final class CopyFile {
    private static final OpenOption[] NEW = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    private static final OpenOption[] ANY = {
        StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
    };

    private CopyFile() {}

    /** @throws LabcastException when the file is there already and not to be overwritten, or cannot be written */
    static void write(Path file, Bytes content, boolean overwrite) {
        try {
            Files.write(file, content.toArray(), overwrite ? ANY : NEW);
        } catch (FileAlreadyExistsException e) {
            throw new LabcastException(
                    file + " is there already: --force overwrites it, -o names another; nothing was written", e);
        } catch (NoSuchFileException e) {
            throw new LabcastException(
                    "there is no folder for " + file + " on this machine: name a file with -o; nothing was written", e);
        } catch (IOException e) {
            throw new LabcastException("cannot write " + file + " (" + e + "): name another with -o", e);
        }
    }
}
