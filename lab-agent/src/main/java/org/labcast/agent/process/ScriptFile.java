package org.labcast.agent.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.model.order.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text that is run as a file: a script for an interpreter, or a command that is longer than an argument may be. Its folder has a name
 * that nobody can guess and is listed to nobody, so that its user can read it and, as far as the agent can give files away, no other.
 */
record ScriptFile(Path folder, List<String> arguments) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptFile.class);
    /** Linux allows 128 KiB for one argument. */
    private static final int LONGEST_ARGUMENT = 100 << 10;

    static boolean isNeeded(Command command) {
        return command.script().isPresent()
                || command.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_ARGUMENT;
    }

    /** @throws CannotStartException when there is no such interpreter */
    static ScriptFile create(Path root, Command command, Account account, Account own)
            throws IOException, CannotStartException {
        Path parent = Files.isWritable(Path.of("/dev/shm")) ? Path.of("/dev/shm") : root;
        return createIn(parent, command, account, own);
    }

    /** The same in this very folder, which the account can pass through. */
    static ScriptFile createIn(Path parent, Command command, Account account, Account own)
            throws IOException, CannotStartException {
        List<String> words = new ArrayList<>(command.script()
                .map(Script::interpreter)
                .orElse(List.of(command.options().shell())));
        words.set(0, require(words.get(0)));
        Path folder = Files.createTempDirectory(parent, "labcast-");
        ScriptFile created = new ScriptFile(folder, words);
        try {
            Path file = Files.writeString(folder.resolve("script"), command.text());
            boolean others = account.uid() != own.uid();
            permit(folder, others ? "rwx--x--x" : "rwx------");
            if (others && own.uid() == 0) {
                Files.setAttribute(file, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
                permit(file, "r--------");
            } else {
                permit(file, others ? "r--r--r--" : "r--------");
            }
            words.add(file.toString());
            return new ScriptFile(folder, List.copyOf(words));
        } catch (IOException e) {
            created.close();
            throw e;
        }
    }

    private static String require(String interpreter) throws CannotStartException {
        Optional<Path> found = SearchPath.find(interpreter);
        return found.map(Path::toString)
                .orElseThrow(
                        () -> new CannotStartException("This host has no " + interpreter + ", which the text is for."));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("script"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", folder, e.getMessage());
        }
    }
}
