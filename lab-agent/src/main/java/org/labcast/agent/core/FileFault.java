package org.labcast.agent.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Says why a file could not be used, without the name of a Java class. */
public final class FileFault {
    private FileFault() {}

    public static String of(IOException e) {
        if (String.valueOf(e.getMessage()).endsWith("No space left on device")) {
            return "the disk is full";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        } else if (e instanceof AccessDeniedException) {
            return "this user is not allowed to";
        } else if (e instanceof FileSystemException file) {
            return Optional.ofNullable(file.getReason()).orElseGet(e::toString);
        }
        return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }
}
