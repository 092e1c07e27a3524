package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.labcast.agent.core.ExecutionException;
import org.labcast.agent.process.ProcessEntry;

/**
 * Tells one start of the machine from another.
 *
 * @param machine names the start of the kernel; in a container, which shares it, also that of the container
 * @param userspace names that of the agent, which does not outlive a start of everything but the kernel
 */
public record Boots(Supplier<String> machine, Supplier<String> userspace) {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/random/boot_id");

    public static Boots ofThisMachine() {
        return new Boots(
                () -> kernel() + "-" + start(1),
                () -> "agent-" + start(ProcessHandle.current().pid()));
    }

    /** Before which a command that asks for another start runs. */
    public String before(RebootCommand asked) {
        return (asked == RebootCommand.MACHINE ? machine : userspace).get();
    }

    /** Whether there has been another start since. */
    public boolean isOver(String before) {
        return !before.equals(machine.get()) && !before.equals(userspace.get());
    }

    private static String kernel() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            throw new ExecutionException("/proc cannot be read; is it mounted?", e);
        }
    }

    private static String start(long pid) {
        return pid + "-" + ProcessEntry.of(pid).map(ProcessEntry::start).orElse(0L);
    }
}
