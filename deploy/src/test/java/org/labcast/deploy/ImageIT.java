package org.labcast.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.deploy.ThisMachine.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder that {@code mvn package} leaves is what an administrator gets: it starts anywhere and carries no more than it needs. */
class ImageIT {
    private static final Path IMAGE = Path.of(System.getProperty("labcast.image"));

    private static final Pattern OURS =
            Pattern.compile("(?:model|shell|correction|transport|services|broker-config|lab-agent|publisher)-\\d.*");
    /** The names of jars stand in the second column of a line that is indented. */
    private static final Pattern NOTICED =
            Pattern.compile("(?m)(?<=^    .{26})[a-z0-9.-]+\\*?(?=[ ,(\\n])|(?<=, )[a-z0-9.-]+\\*?(?=[ ,\\n])");

    private static final Pattern COMPONENT = Pattern.compile("pkg:maven/[^/\"]+/([^@\"]+)@([^?\"]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "lab-agent"})
    void startsThroughALinkFromAnotherFolder(String program) throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("a link"), IMAGE.resolve("bin").resolve(program));
        assertThat(run(Map.of(), link.toString(), "--version")).satisfies(result -> {
            assertThat(result.exit()).isZero();
            assertThat(result.out()).startsWith(program);
            assertThat(result.err()).isEmpty();
        });
        Files.delete(link);
    }

    @Test
    void startsFromAFolderWhoseNameHasBlanksAndLetters() throws Exception {
        Path moved = folder.resolve("a lab's \"ümage\" $HOME");
        assertThat(run(Map.of(), "cp", "-a", IMAGE.toString(), moved.toString()).exit())
                .isZero();
        assertThat(run(Map.of(), moved + "/bin/publisher", "--version"))
                .isEqualTo(run(Map.of(), IMAGE + "/bin/publisher", "--version"));
        assertThat(run(Map.of(), moved + "/libexec/make-archives")).isEqualTo(new ProgramResult(0, "", ""));
    }

    @Test
    void versionsAreInstalledSideBySideAndSwitchedByALink() throws Exception {
        Path target = folder.resolve("opt labcast");
        Path versions = folder.resolve("opt labcast.versions");
        Files.createDirectories(target.resolve("lib"));
        String install = IMAGE + "/libexec/install";

        assertThat(run(Map.of(), install, target.toString()).exit()).isZero();
        Path first = target.toRealPath();
        assertThat(first.getParent()).isEqualTo(versions.toRealPath());
        assertThat(run(Map.of(), target + "/bin/lab-agent", "--version").exit()).isZero();

        assertThat(run(Map.of(), install, target.toString()).exit()).isZero();
        assertThat(target.toRealPath()).isNotEqualTo(first);
        assertThat(run(Map.of(), first + "/bin/lab-agent", "--version").exit()).isZero();
        assertThat(run(Map.of(), target + "/libexec/install", target.toString()))
                .satisfies(again -> assertThat(again.exit()).isEqualTo(1))
                .satisfies(again -> assertThat(again.err()).contains("installed already"));
    }

    @Test
    void classesComeFromTheArchive() throws Exception {
        Path log = folder.resolve("classes");
        run(Map.of("LABCAST_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), IMAGE + "/bin/lab-agent", "--version");
        assertThat(Files.readString(log)).containsPattern("org\\.labcast\\.agent\\.Main source: shared objects file");
    }

    @Test
    void theOptionsOfAnAdministratorWin() {
        ProgramResult result = run(
                Map.of("LABCAST_JAVA_OPTIONS", "-Xmx80m -XX:+PrintFlagsFinal"), IMAGE + "/bin/lab-agent", "--version");
        assertThat(result.out()).containsPattern("MaxHeapSize +=? *" + 80 * 1024 * 1024 + " ");
    }

    @Test
    void eachLibraryIsInABillOfMaterialsAndUnderALicence() throws Exception {
        String notice = Files.readString(IMAGE.resolve("NOTICE"));
        assertThat(IMAGE.resolve("LICENSE")).content().contains("Apache License");
        List<Pattern> noticed = NOTICED.matcher(notice)
                .results()
                .map(name -> Pattern.compile(name.group().replace("*", "[a-z0-9-]+?") + "-\\d.*"))
                .toList();
        Set<String> billed = new TreeSet<>();
        for (String program : List.of("publisher", "lab-agent")) {
            String bill = Files.readString(IMAGE.resolve("sbom-" + program + ".json"));
            COMPONENT.matcher(bill).results().forEach(one -> billed.add(one.group(1) + "-" + one.group(2)));
        }
        assertThat(libraries()).hasSizeGreaterThan(40).allSatisfy(library -> {
            assertThat(noticed).anyMatch(pattern -> pattern.matcher(library).matches());
            assertThat(billed).anyMatch(library::startsWith);
        });
    }

    /** The jars of others. */
    private static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(IMAGE.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !OURS.matcher(name).matches())
                    .toList();
        }
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        Path onlyReadlink = Files.createDirectory(folder.resolve("bin"));
        script(onlyReadlink.resolve("readlink"), "exec /usr/bin/readlink \"$@\"");
        assertThat(run(Map.of("PATH", onlyReadlink.toString()), IMAGE + "/bin/lab-agent", "--version"))
                .isEqualTo(new ProgramResult(
                        1,
                        "",
                        "lab-agent: no Java found; install Java 17 or newer (Debian: apt-get install"
                                + " openjdk-17-jre-headless) or set JAVA_HOME.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2"})
    void saysThatJavaIsTooOld(String version) throws Exception {
        Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        script(java, "exit 9");
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        assertThat(run(Map.of("JAVA_HOME", folder.toString()), IMAGE + "/bin/publisher", "--version"))
                .isEqualTo(new ProgramResult(
                        1,
                        "",
                        "publisher: '%s' is Java %s; Labcast needs Java 17 or newer: install it or set"
                                        .formatted(java, version)
                                + " JAVA_HOME.\n"));
    }

    /** The client library logs each failed handshake with its stack, which is for those who look for a cause. */
    @Test
    void aTlsMistakeIsOneSentenceUnlessMoreIsWanted() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerPlainly(plain));
            String url = "tcp://127.0.0.1:" + plain.getLocalPort() + "?sslEnabled=true";
            String home = folder.resolve("home").toString();
            run(Map.of(), IMAGE + "/bin/publisher", "init", "--home", home, "--broker", url);

            ProgramResult result = run(Map.of(), IMAGE + "/bin/publisher", "hosts", "--home", home);
            ProgramResult verbose = run(Map.of(), IMAGE + "/bin/publisher", "hosts", "--home", home, "--verbose");

            assertThat(result.err().lines()).singleElement().asString().contains("does not prove by TLS who it is");
            assertThat(verbose.err())
                    .contains(result.err())
                    .contains("AMQ214016")
                    .contains("\tat io.netty.");
        }
    }

    private static void answerPlainly(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("I speak no TLS.\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                assertThat(server.isClosed()).as("the test is over: %s", e).isTrue();
            }
        }
    }

    @Test
    void theAgentCarriesNoBroker() throws Exception {
        assertThat(classPath("lab-agent"))
                .isNotEmpty()
                .noneMatch(jar ->
                        jar.matches("(publisher|broker-config|artemis-(jakarta-)?server|artemis-journal|sqlite|jline"
                                + "|jgroups|commons-collections|netty-.*kqueue).*"));
        assertThat(classPath("publisher")).noneMatch(jar -> jar.startsWith("lab-agent"));
        long bytes = 0;
        for (String jar : classPath("lab-agent")) {
            bytes += Files.size(IMAGE.resolve("lib").resolve(jar));
        }
        System.out.println("The agent's libraries: " + (bytes >> 10) + " KiB");
        assertThat(bytes).isLessThan(20 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "lab-agent"})
    void everythingOnTheClassPathIsThere(String program) throws Exception {
        assertThat(classPath(program))
                .allSatisfy(jar -> assertThat(IMAGE.resolve("lib").resolve(jar)).isRegularFile());
    }

    @Test
    void noLibraryIsSigned() throws Exception {
        try (Stream<Path> libraries = Files.list(IMAGE.resolve("lib"))) {
            for (Path jar :
                    libraries.filter(path -> path.toString().endsWith(".jar")).toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    assertThat(file.stream().map(Object::toString))
                            .as(jar.toString())
                            .noneMatch(entry -> entry.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
                }
            }
        }
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> classPath(String program) throws IOException {
        try (Stream<Path> libraries = Files.list(IMAGE.resolve("lib"))) {
            Path own = libraries
                    .filter(path -> path.getFileName().toString().matches(program + "-[0-9].*(?<!-thin)\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (JarFile jar = new JarFile(own.toFile())) {
                return List.of(jar.getManifest()
                        .getMainAttributes()
                        .getValue("Class-Path")
                        .split(" "));
            }
        }
    }
}
