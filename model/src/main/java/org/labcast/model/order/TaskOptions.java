package org.labcast.model.order;

import java.time.Duration;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/**
 * How a command is run.
 *
 * @param timeout of each attempt, 1 s to 24 h
 * @param user whom to run it as; empty: as the agent
 * @param cwd working directory of this command alone; empty: where the job's shell is, or the home directory of the user
 * @param shell {@code sh}, or another shell by name or absolute path, called with {@code -c}
 * @param idempotent whether it may run again after an interruption
 * @param retries how often a failing command is tried again, 0 to 10
 * @param sudo whether a correction may give it more power
 */
public record TaskOptions(
        Duration timeout,
        OnFailure onFailure,
        CorrectionPolicy correct,
        String user,
        String cwd,
        String shell,
        boolean idempotent,
        int retries,
        SudoPolicy sudo) {
    public static final Duration LONGEST_TIMEOUT = Duration.ofHours(24);
    public static final int MOST_RETRIES = 10;
    public static final TaskOptions DEFAULT =
            new TaskOptions(Duration.ofMinutes(10), OnFailure.CONTINUE, CorrectionPolicy.SAFE, "", "", "sh", false, 0);

    public TaskOptions {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new InvalidValueException("a timeout is 1s to 24h");
        }
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new InvalidValueException("retries is 0 to " + MOST_RETRIES);
        }
        if (!user.matches("([a-z_][a-z0-9_.-]{0,31}\\$?)?")) {
            throw new InvalidValueException("'" + Printable.of(user) + "' is not a user name");
        }
        requireFolder(cwd);
        requireShell(shell);
    }

    /** Without a word about sudo. */
    public TaskOptions(
            Duration timeout,
            OnFailure onFailure,
            CorrectionPolicy correct,
            String user,
            String cwd,
            String shell,
            boolean idempotent,
            int retries) {
        this(timeout, onFailure, correct, user, cwd, shell, idempotent, retries, SudoPolicy.AUTO);
    }

    static void requireFolder(String cwd) {
        if (!cwd.isEmpty() && (!cwd.startsWith("/") || cwd.indexOf('\0') >= 0)) {
            throw new InvalidValueException("cwd is an absolute path, not '" + Printable.of(cwd) + "'");
        }
    }

    static void requireShell(String shell) {
        if (!shell.matches("(/[A-Za-z0-9_./+-]+|[a-z0-9][a-z0-9_.+-]*)")) {
            throw new InvalidValueException("'" + Printable.of(shell) + "' is not the name or path of a shell");
        }
    }
}
