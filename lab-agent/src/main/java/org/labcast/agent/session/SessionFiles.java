package org.labcast.agent.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept on disk of one user's shell of one job: its state after the last command, its state before the task whose attempts are
 * under way when those have changed it, and how to find the living shell. For the agent's user alone; a file appears whole or not at all.
 */
record SessionFiles(Path folder) {
    private static final Set<StandardOpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    static SessionFiles in(Path jobFolder, String user) throws IOException {
        Path folder = jobFolder.resolve(user.isEmpty() ? "-" : user);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new SessionFiles(folder);
    }

    Path latest() {
        return folder.resolve("latest");
    }

    Path before() {
        return folder.resolve("before");
    }

    private Path shell() {
        return folder.resolve("shell");
    }

    private Path step() {
        return folder.resolve("step");
    }

    /** Synced: after a loss of power the job goes on from it. */
    void write(Path file, Snapshot snapshot) throws IOException {
        CommandEnd end = snapshot.end();
        String pipeline =
                String.join(".", end.pipeline().stream().map(Object::toString).toList());
        StringBuilder text = new StringBuilder("%d %s. %s.%n".formatted(end.status(), end.flags(), pipeline));
        snapshot.sections()
                .forEach((name, section) -> text.append(name)
                        .append(' ')
                        .append(section.length())
                        .append('\n')
                        .append(section));
        write(file, text.toString(), true);
    }

    /** Empty when there is none. */
    Optional<Snapshot> read(Path file) throws IOException {
        return text(file).map(SessionFiles::snapshot);
    }

    private static Snapshot snapshot(String text) {
        int at = text.indexOf('\n');
        String[] head = text.substring(0, at).split(" ", -1);
        List<Integer> pipeline = Stream.of(head[2].split("\\."))
                .filter(part -> !part.isEmpty())
                .map(Integer::valueOf)
                .toList();
        CommandEnd end =
                new CommandEnd(Integer.parseInt(head[0]), head[1].substring(0, head[1].length() - 1), pipeline);
        Map<String, String> sections = new HashMap<>();
        for (at++; at < text.length(); ) {
            int line = text.indexOf('\n', at);
            int name = text.lastIndexOf(' ', line);
            String section = text.substring(at, name);
            at = line + 1 + Integer.parseInt(text.substring(name + 1, line));
            sections.put(section, text.substring(line + 1, at));
        }
        return new Snapshot(end, sections);
    }

    void forget(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    void write(ShellAddress address) throws IOException {
        write(shell(), address.print(), false);
    }

    /** How to find the shell that lived last; empty when none did. */
    Optional<ShellAddress> address() throws IOException {
        return text(shell()).flatMap(ShellAddress::parse);
    }

    /** Not synced: who loses it to a loss of power has lost the shell too. */
    void write(StepNote note) throws IOException {
        write(step(), note.print(), false);
    }

    /** What the shell was given last; empty when nothing was. */
    Optional<StepNote> note() throws IOException {
        return text(step()).flatMap(StepNote::parse);
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String text, boolean sync) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, ANEW, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (sync) {
                channel.force(true);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
