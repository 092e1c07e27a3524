package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.labcast.agent.exec.ExecutionException;

/** Tells one boot of this machine from another. */
public final class BootId implements Supplier<String> {
    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    @Override
    public String get() {
        try {
            return Files.readString(FILE).strip();
        } catch (IOException e) {
            throw new ExecutionException("/proc cannot be read; is it mounted?", e);
        }
    }
}
