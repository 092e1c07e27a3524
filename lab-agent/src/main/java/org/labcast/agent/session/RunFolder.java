package org.labcast.agent.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.agent.process.Account;
import org.labcast.agent.process.CannotStartException;
import org.labcast.agent.process.NamedPipes;
import org.labcast.agent.process.SearchPath;

/**
 * Where the agent and one living shell meet: named pipes and files of the agent's that the shell may use, and one folder, {@code names},
 * in which the shell makes empty files whose names tell how its commands ended. The agent only lists that one and opens nothing in it, and
 * nobody else can put anything in the place of the others: a shell of another user is not trusted.
 */
record RunFolder(Path path) {
    private static final List<Path> IN_MEMORY = List.of(Path.of("/run"), Path.of("/dev/shm"));
    private static final Pattern ENDED = Pattern.compile(
            "(?<kind>status|end)-(?<number>\\d{1,18})-(?<status>\\d{1,3})-(?<flags>[A-Za-z]*)-(?<pipe>[0-9.]*)");
    private static final Pattern EXITED = Pattern.compile("exited-(\\d{1,3})");
    private static final Pattern PID = Pattern.compile("pid-(\\d{1,10})");

    /** @param otherwise for hosts that keep nothing in memory; there it works too when the disk is full */
    static RunFolder create(Path otherwise, Account account, boolean own) throws IOException, CannotStartException {
        Path parent = IN_MEMORY.stream().filter(Files::isWritable).findFirst().orElse(otherwise);
        RunFolder folder = new RunFolder(Files.createTempDirectory(parent, "labcast-"));
        try {
            folder.fill(account, own);
            return folder;
        } catch (IOException | CannotStartException e) {
            folder.remove();
            throw e;
        }
    }

    private void fill(Account account, boolean own) throws IOException, CannotStartException {
        Files.createDirectory(names());
        Files.createDirectory(programs());
        Files.createFile(state());
        makePipes();
        permit(names(), "rwx------");
        permit(programs(), "rwx--x--x");
        permit(state(), "rw-------");
        // Only the agent writes there. Where the shell is another user's, that is root, whom no mode keeps out.
        permit(control(0), own ? "rw-------" : "r--------");
        permit(control(1), own ? "rw-------" : "r--------");
        // Others may write: a command that has changed its user opens /dev/stderr again.
        permit(out(), "rw--w--w-");
        permit(err(), "rw--w--w-");
        if (!own) {
            for (Path path : List.of(names(), state(), control(0), control(1), out(), err())) {
                give(path, account);
            }
            permit(path, "rwx--x--x");
        }
    }

    private void makePipes() throws IOException, CannotStartException {
        NamedPipes.make(
                SearchPath.require("mkfifo"), "600", path, List.of(control(0), control(1), gone(), out(), err()));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** An ordinary user may not even give a file to itself where its group is another one. */
    private static void give(Path path, Account account) throws IOException {
        if (Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(account.uid())) {
            return;
        }
        Files.setAttribute(path, "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", account.uid(), LinkOption.NOFOLLOW_LINKS);
    }

    Path names() {
        return path.resolve("names");
    }

    /**
     * Where a shell reads what it is to run after the command of that number. Two pipes take turns, so that the reader of one command is
     * not taken for somebody who wants the next.
     */
    Path control(long number) {
        return path.resolve("control-" + number % 2);
    }

    /** Where the keeper of a shell that has ended waits for an agent that takes note of it. */
    Path gone() {
        return path.resolve("gone");
    }

    Path out() {
        return path.resolve("out");
    }

    Path err() {
        return path.resolve("err");
    }

    /** Where a shell finds its driver, under the name by which it is to be called. */
    Path programs() {
        return path.resolve("programs");
    }

    private Path state() {
        return path.resolve("state");
    }

    /**
     * A file that its shell may read and nobody may change.
     *
     * @param text a character a byte
     */
    Path give(String name, String text, Account account) throws IOException {
        Path file = path.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        permit(file, "r--------");
        give(file, account);
        return file;
    }

    /** How a command ended that did not end its shell: what the shell says last of that number, empty when it has not said anything. */
    Optional<CommandEnd> end(long number) {
        List<CommandEnd> ends = new ArrayList<>();
        for (String name : list(names())) {
            Matcher matcher = ENDED.matcher(name);
            if (matcher.matches() && Long.parseLong(matcher.group("number")) == number) {
                CommandEnd end = new CommandEnd(
                        Integer.parseInt(matcher.group("status")),
                        matcher.group("flags"),
                        pipeline(matcher.group("pipe")));
                ends.add(matcher.group("kind").equals("status") ? 0 : ends.size(), end);
            }
        }
        return ends.stream().findFirst();
    }

    private static List<Integer> pipeline(String dotted) {
        return Stream.of(dotted.split("\\."))
                .filter(part -> !part.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** The exit status of the shell, when it has ended. */
    OptionalInt exited() {
        return list(path).stream()
                .map(EXITED::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .findFirst();
    }

    /** What is said to be the number of the shell's process, when it has come so far. */
    List<Long> pids() {
        return list(names()).stream()
                .map(PID::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)))
                .toList();
    }

    /** Removes what tells of commands before that number. */
    void forgetBefore(long number) throws IOException {
        for (String name : list(names())) {
            Matcher matcher = ENDED.matcher(name);
            if (matcher.matches() && Long.parseLong(matcher.group("number")) < number) {
                Files.deleteIfExists(names().resolve(name));
            }
        }
    }

    /**
     * What the shell wrote of its state.
     *
     * @return empty when it is larger than so many bytes
     */
    Optional<String> readState(int atMost) throws IOException {
        try (SeekableByteChannel file =
                Files.newByteChannel(state(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = file.size();
            if (size > atMost) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // A file may give less than it was asked for.
            }
            return Optional.of(new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1));
        }
    }

    void remove() throws IOException {
        for (Path folder : List.of(names(), programs(), path)) {
            for (String name : list(folder)) {
                Path file = folder.resolve(name);
                if (!file.equals(names()) && !file.equals(programs())) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
    }

    private static List<String> list(Path folder) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            return List.of();
        }
        return names;
    }
}
