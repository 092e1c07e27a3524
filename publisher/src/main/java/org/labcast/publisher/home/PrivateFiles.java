package org.labcast.publisher.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.labcast.model.LabcastException;
import org.labcast.model.PrivateFolder;

/** Files and folders that only their owner may read, from the first moment on. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes it, or closes one that exists to others. */
    public static void createFolder(Path folder) {
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw new LabcastException("cannot use the folder " + folder + ": " + reason(e), e);
        }
    }

    /** Java's message for the common ones is just the file's name. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        } else if (String.valueOf(e.getMessage()).endsWith("No space left on device")) {
            return "the disk is full";
        } else if (e instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    /** Writes all or nothing: a reader sees the old content or the new. */
    public static void write(Path file, String content) {
        try {
            // A temporary file is created readable by its owner alone.
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", "");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabcastException("cannot write " + file + ": " + reason(e), e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LabcastException("cannot read " + file + ": " + reason(e), e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LabcastException("cannot read " + file + ": " + reason(e), e);
        }
    }
}
