package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which a later life of the agent finds the command that an earlier one was about to start. Not synced: what loses it to a loss of power
 * has lost the command too.
 *
 * @param boot in which it was written
 * @param task index of the task
 * @param ticks when, in clock ticks since boot
 */
record KeptNote(String boot, int task, int attempt, long ticks, KeptRun run) {
    private static final Pattern FORM = Pattern.compile("(\\S+) (\\d{1,9}) (\\d{1,9}) (\\d{1,18}) (.+)\n");

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, "%s %d %d %d %s\n".formatted(boot, task, attempt, ticks, run.path()));
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<KeptNote> read(Path file) throws IOException {
        try {
            Matcher matcher = FORM.matcher(Files.readString(file));
            return matcher.matches()
                    ? Optional.of(new KeptNote(
                            matcher.group(1),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3)),
                            Long.parseLong(matcher.group(4)),
                            new KeptRun(Path.of(matcher.group(5)))))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean isOf(Command command) {
        return task == command.task() && attempt == command.attempt();
    }
}
