package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.order.Job;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.HostSide.Taken;
import org.labcast.publisher.thin.ThinClient;
import org.labcast.publisher.wire.Link;

/** The resident publisher and the command line as processes, as they are started by the launcher. */
@Timeout(120)
class DaemonTest {
    private static final Pattern PROCESS = Pattern.compile("process +([0-9]+)");

    @TempDir
    Path folder;

    private Desk desk;
    private Path launcher;
    private Path jar;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        desk = Desk.withBroker(folder);
        jar = Files.createFile(folder.resolve("publisher.jar"));
        launcher = Files.createFile(
                folder.resolve("publisher"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + java() + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dlabcast.jar='" + jar
                        + "' -cp '" + System.getProperty("java.class.path") + "' " + Main.class.getName()
                        + " \"$@\"\n");
    }

    @AfterEach
    void stop() throws Exception {
        desk.run("daemon", "stop", "--now");
        started.forEach(Process::destroyForcibly);
        desk.close();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> thin(String terminals, String... words) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlabcast.terminal=" + terminals,
                "-Dlabcast.launcher=" + launcher,
                "-Dlabcast.jar=" + jar,
                "-cp",
                System.getProperty("java.class.path"),
                ThinClient.class.getName(),
                "--home",
                desk.home.folder().toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** A process whose standard error is read line by line. */
    private final class Typed {
        private final Process process;
        private final BufferedReader err;
        private final StringBuilder said = new StringBuilder();

        Typed(List<String> command) throws IOException {
            // A build in the background of a script ignores Ctrl-C, and so would all that it starts.
            process = new ProcessBuilder(Stream.concat(Stream.of("env", "--default-signal=INT"), command.stream())
                            .toList())
                    .directory(folder.toFile())
                    .redirectOutput(Files.createTempFile(folder, "out", "").toFile())
                    .start();
            started.add(process);
            err = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        }

        /** Reads until a line has these words. */
        String await(String words) throws IOException {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.contains(words)) {
                    return line;
                }
            }
            throw new AssertionError("'" + words + "' was not said, but:\n" + said);
        }

        int exit() throws Exception {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
            }
            return process.waitFor();
        }
    }

    private Typed type(String... words) throws IOException {
        return new Typed(thin("", words));
    }

    private long process() {
        Said status = desk.run("daemon", "status");
        Matcher process = PROCESS.matcher(status.out());
        assertThat(process.find()).as(status.out() + status.err()).isTrue();
        return Long.parseLong(process.group(1));
    }

    private static void kill(long process) throws Exception {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        new ProcessBuilder("kill", "-KILL", Long.toString(process)).start().waitFor();
        handle.onExit().get(20, TimeUnit.SECONDS);
    }

    private static void answer(HostSide host, Taken<Job> job) {
        host.answer(job, 1, HostSide.done(job.order(), 0));
    }

    /** A host that answers when it is told to. */
    private static HostSide slow(HostSide host, CountDownLatch asked, CountDownLatch go) {
        return host.doing(taken -> {
            if (taken.order() instanceof Job) {
                asked.countDown();
                new Thread(() -> {
                            try {
                                go.await();
                                answer(host, HostSide.job(taken));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .start();
            }
        });
    }

    @Test
    void commandsShareOneAndEachHasItsOwnOutput() throws Exception {
        desk.joined("lab-01").succeeding();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        slow(desk.joined("lab-02"), asked, go);
        desk.tasks("uptime");
        Typed waiting = type("push", "tasks.txt", "--host", "lab-02", "--wait", "60s");
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        long process = process();

        Typed other = type("push", "tasks.txt", "--host", "lab-01");
        assertThat(other.exit()).as(other.said.toString()).isZero();
        assertThat(other.said.toString()).contains("to lab-01.").doesNotContain("lab-02");
        assertThat(process()).isEqualTo(process);

        go.countDown();
        assertThat(waiting.exit()).as(waiting.said.toString()).isZero();
        assertThat(waiting.said.toString()).contains("to lab-02.").doesNotContain("lab-01");
        assertThat(Files.getPosixFilePermissions(Link.socket(desk.home.folder())))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aPushAtItsQuestionKeepsNothingFromOthers() throws Exception {
        desk.joined("lab-01").succeeding();
        desk.tasks("uptime");
        Typed asking = new Typed(thin("in", "push", "tasks.txt"));
        asking.await("uptime");
        Said other = desk.run("push", desk.tasks("uptime"), "--instant");
        assertThat(other.exit()).as(other.err()).isZero();
        asking.process.getOutputStream().write("y\n".getBytes(StandardCharsets.UTF_8));
        asking.process.getOutputStream().close();
        assertThat(asking.exit()).as(asking.said.toString()).isZero();
    }

    @Test
    void interruptEndsTheWaitingAndNotTheJob() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        slow(desk.joined("lab-01"), new CountDownLatch(1), go);
        desk.tasks("uptime");
        Typed waiting = type("push", "tasks.txt", "--wait", "60s");
        waiting.await("Posted");
        new ProcessBuilder("kill", "-INT", Long.toString(waiting.process.pid()))
                .start()
                .waitFor();
        assertThat(waiting.exit()).as(waiting.said.toString()).isEqualTo(130);
        assertThat(waiting.said.toString()).contains(" goes on. 'publisher watch ");
        go.countDown();
        assertThat(type("watch").exit()).isZero();
    }

    @Test
    void aPushGoesOnAfterTheResidentPublisherWasKilled() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        slow(desk.joined("lab-01"), new CountDownLatch(1), go);
        desk.tasks("uptime");
        Typed waiting = type("push", "tasks.txt", "--wait", "60s");
        waiting.await("Posted");
        long first = process();
        kill(first);
        waiting.await("was it killed?");
        go.countDown();
        assertThat(waiting.exit()).as(waiting.said.toString()).isZero();
        assertThat(process()).isNotEqualTo(first);
        assertThat(desk.run("jobs", "--json").out().split("\"id\"")).hasSize(2);
    }

    @Test
    void aSocketThatAKilledOneLeftIsReplaced() throws Exception {
        assertThat(type("jobs").exit()).isZero();
        long first = process();
        kill(first);
        assertThat(Link.socket(desk.home.folder())).exists();
        assertThat(type("jobs").exit()).isZero();
        assertThat(process()).isNotEqualTo(first);
    }

    @Test
    void anUpgradeReplacesItAtOnceAndItsCommandsEndWell() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        slow(desk.joined("lab-01"), new CountDownLatch(1), go);
        desk.tasks("uptime");
        Typed waiting = type("push", "tasks.txt", "--wait", "60s");
        waiting.await("Posted");
        long first = process();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(type("jobs").exit()).isZero();
        assertThat(process()).isNotEqualTo(first);
        go.countDown();
        assertThat(waiting.exit()).as(waiting.said.toString()).isZero();
        ProcessHandle.of(first).ifPresent(old -> assertThat(old.onExit()).succeedsWithin(20, TimeUnit.SECONDS));
    }

    @Test
    void itEndsWhenNobodyHasComeForAWhile() throws Exception {
        Path settings = desk.home.configFile();
        Files.writeString(settings, Files.readString(settings) + "daemon.idle = 2s\n");
        assertThat(type("jobs").exit()).isZero();
        ProcessHandle resident = ProcessHandle.of(process()).orElseThrow();
        assertThat(resident.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(Link.socket(desk.home.folder())).doesNotExist();
        assertThat(desk.run("daemon", "status").exit()).isEqualTo(1);
    }

    @Test
    void secondOneOfTheSameHomeGivesWay() throws Exception {
        assertThat(type("jobs").exit()).isZero();
        long first = process();
        Process second = new ProcessBuilder(
                        launcher.toString(), "--home", desk.home.folder().toString(), "daemon", "run")
                .start();
        assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("taken\n");
        assertThat(process()).isEqualTo(first);
    }

    /** Listens and says nothing. */
    static final class Stranger {
        public static void main(String[] socket) throws IOException {
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(UnixDomainSocketAddress.of(socket[0]));
                System.out.println("listening");
                server.accept();
                System.in.read();
            }
        }
    }

    private static Path readableByAll(Path shared) throws IOException {
        String file = Stranger.class.getName().replace('.', '/') + ".class";
        Path copy = shared.resolve("classes").resolve(file);
        Files.createDirectories(copy.getParent());
        try (InputStream in = Stranger.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, copy);
        }
        return shared.resolve("classes");
    }

    @Test
    void aSocketOfAnotherUserIsRefused() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can be two users");
        Path shared = Files.createTempDirectory(Path.of("/tmp"), "labcast-foreign");
        try {
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path theirs = shared.resolve("socket");
            Process listener = new ProcessBuilder(
                            "setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            java(),
                            "-cp",
                            readableByAll(shared).toString(),
                            Stranger.class.getName(),
                            theirs.toString())
                    .start();
            started.add(listener);
            assertThat(new BufferedReader(new InputStreamReader(listener.getInputStream(), StandardCharsets.UTF_8))
                            .readLine())
                    .isEqualTo("listening");
            Files.createDirectories(desk.home.daemon());
            Files.createSymbolicLink(Link.socket(desk.home.folder()), theirs);
            Typed typed = type("jobs");
            assertThat(typed.exit()).isEqualTo(1);
            assertThat(typed.said.toString()).contains("belongs to another user");
            Files.delete(Link.socket(desk.home.folder()));
        } finally {
            try (Stream<Path> left = Files.walk(shared)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void pathsBelongToTheFolderOfWhoeverTyped() throws Exception {
        desk.joined("lab-01").succeeding();
        desk.tasks("uptime");
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Process typed = new ProcessBuilder(thin("", "push", "../tasks.txt", "--html", "report.html"))
                .directory(sub.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(typed.waitFor()).as(said).isZero();
        assertThat(sub.resolve("report.html")).exists();
    }

    @Test
    void standardInputIsLeftToWhoeverReadsIt() throws Exception {
        List<String> script = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null && cat", "sh"));
        script.addAll(thin("", "jobs"));
        Process shell = new ProcessBuilder(script).start();
        shell.getOutputStream().write("for cat\n".getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("for cat\n");
    }

    @Test
    void asksAtATerminal() throws Exception {
        desk.joined("lab-01").succeeding();
        desk.tasks("uptime");
        List<String> quoted = thin("in,out,err", "push", "tasks.txt").stream()
                .map(word -> "'" + word + "'")
                .toList();
        Process terminal = new ProcessBuilder("script", "-qec", String.join(" ", quoted), "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        started.add(terminal);
        terminal.getOutputStream().write("y\n".getBytes(StandardCharsets.UTF_8));
        terminal.getOutputStream().flush();
        String shown = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(terminal.waitFor()).as(shown).isZero();
        assertThat(shown).contains("Run this on ").contains("Posted ");
    }

    @Test
    void withoutAHomeTheCommandRunsByItself() throws Exception {
        List<String> command = thin("", "jobs");
        command.set(command.indexOf("--home") + 1, folder.resolve("none").toString());
        Typed typed = new Typed(command);
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.said.toString()).contains("run 'publisher init' first");
    }
}
