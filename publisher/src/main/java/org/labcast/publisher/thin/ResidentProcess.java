package org.labcast.publisher.thin;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labcast.publisher.wire.Link;

/** The resident publisher of a home, as a process that can be started. */
final class ResidentProcess {
    /** For another one that is just being started, or ends. */
    private static final int TRIES = 500;

    private static final long PAUSE_MILLIS = 20;

    private final Path home;
    private final String launcher = System.getProperty("labcast.launcher", "publisher");

    ResidentProcess(Path home) {
        this.home = home;
    }

    String build() {
        return Link.build(System.getProperty("labcast.jar", ""));
    }

    /** To the one that runs, else to a new one; null where there can be none. */
    @Nullable
    Link link() throws InterruptedException {
        Link open = tryLink();
        if (open != null) {
            return open;
        }
        String word = start();
        if (word == null) {
            return null;
        }
        for (int tries = 0; tries < (word.equals("taken") ? TRIES : 1); tries++) {
            open = tryLink();
            if (open != null) {
                return open;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    private @Nullable Link tryLink() {
        try {
            return Link.to(Link.socket(home));
        } catch (IOException | RuntimeException e) {
            return null; // nobody listens, or the system has no such sockets, or the path is too long for one
        }
    }

    /** In a session of its own, so that Ctrl-C here and the end of this terminal do not reach it; its first word, or null. */
    private @Nullable String start() {
        try {
            List<String> command = new ArrayList<>();
            if (new File("/usr/bin/setsid").canExecute()) {
                command.add("/usr/bin/setsid");
            }
            command.addAll(List.of(launcher, "--home", home.toString(), "daemon", "run"));
            Process process = builder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LABCAST_NO_DAEMON", "1");
        return builder;
    }

    /** Runs the command in a process of its own, which has our streams; returns its exit code. */
    int instead(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(launcher);
        command.addAll(words);
        Process process = builder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return process.waitFor();
    }
}
