package org.labcast.agent.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short commands that only look, as a user: no shell, empty input, a plain environment, a bound in time and in bytes. One that
 * is cut short is killed with its whole process group.
 *
 * <p>An agent that is not root asks only in its own name.
 */
public final class QueryProcess {
    private static final Logger LOG = LoggerFactory.getLogger(QueryProcess.class);

    private final String user;
    private final String searchPath;
    private final Duration patience;

    /**
     * @param user whom they run as
     * @param searchPath where programs are looked for, as for the user's own commands
     * @param patience how long one may take
     */
    public QueryProcess(String user, String searchPath, Duration patience) {
        this.user = user;
        this.searchPath = searchPath;
        this.patience = patience;
    }

    /**
     * What a command printed.
     *
     * @param exit its exit code; 0 when it was ended because it had printed as much as was wanted
     */
    public record Answer(int exit, String text) {}

    /**
     * Empty when it is not there, took too long, or may not be run.
     *
     * @param most bytes of output, standard error included, that are wanted
     */
    public Optional<Answer> ask(List<String> command, Path folder, boolean withErrors, int most) {
        try {
            return answer(start(command, folder, withErrors), most);
        } catch (IOException | CannotStartException e) {
            LOG.debug("{} cannot be asked: {}", command, e.toString());
            return Optional.empty();
        }
    }

    private Process start(List<String> command, Path folder, boolean withErrors)
            throws IOException, CannotStartException {
        Accounts accounts = new Accounts();
        Account account = accounts.named(user).orElse(accounts.own());
        UserSwitch become = UserSwitch.between(accounts.own(), account);
        if (!account.name().equals(user) || become instanceof UserSwitch.Sudo) {
            throw new CannotStartException("The agent does not ask as " + user + ".");
        }
        // In a session of its own, the command's process number is also that of its group.
        List<String> arguments = new ArrayList<>(List.of(SearchPath.require("setsid")));
        arguments.addAll(become.arguments(folder.toString(), Map.of()));
        arguments.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(become instanceof UserSwitch.None ? folder.toFile() : new File("/"))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(withErrors);
        if (!withErrors) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        builder.environment().clear();
        builder.environment().putAll(environment(account));
        return builder.start();
    }

    /** npm would otherwise write a log and look for a newer npm; others would ask, colour or page. */
    private Map<String, String> environment(Account account) {
        return Map.of(
                "PATH", searchPath,
                "HOME", account.home(),
                "LANG", "C.UTF-8",
                "TERM", "dumb",
                "PAGER", "cat",
                "DEBIAN_FRONTEND", "noninteractive",
                "npm_config_logs_max", "0",
                "npm_config_update_notifier", "false");
    }

    private Optional<Answer> answer(Process process, int most) {
        long until = System.nanoTime() + patience.toNanos();
        boolean ended = false;
        try {
            byte[] printed = CompletableFuture.supplyAsync(() -> read(process.getInputStream(), most))
                    .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            String text = new String(printed, StandardCharsets.UTF_8);
            if (printed.length == most) {
                return Optional.of(new Answer(0, text.substring(0, text.lastIndexOf('\n') + 1)));
            }
            ended = process.waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return ended ? Optional.of(new Answer(process.exitValue(), text)) : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("A query gave no answer: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (!ended) {
                kill(process);
            }
        }
    }

    private static byte[] read(InputStream stream, int most) {
        try (stream) {
            return stream.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            new ProcessBuilder(SearchPath.require("kill"), "-KILL", "--", "-" + process.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException | CannotStartException e) {
            LOG.debug("The group of a query cannot be killed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
