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
    public static final TaskOptions DEFAULT = new TaskOptions(
            Duration.ofMinutes(10), OnFailure.CONTINUE, CorrectionPolicy.SAFE, "", "", "sh", false, 0, SudoPolicy.AUTO);

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

    /** The same options, to change some of them. */
    public Builder toBuilder() {
        return new Builder(this);
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

    /** Collects changes; not to be shared between threads. */
    public static final class Builder {
        private Duration timeout;
        private OnFailure onFailure;
        private CorrectionPolicy correct;
        private String user;
        private String cwd;
        private String shell;
        private boolean idempotent;
        private int retries;
        private SudoPolicy sudo;

        private Builder(TaskOptions options) {
            timeout = options.timeout;
            onFailure = options.onFailure;
            correct = options.correct;
            user = options.user;
            cwd = options.cwd;
            shell = options.shell;
            idempotent = options.idempotent;
            retries = options.retries;
            sudo = options.sudo;
        }

        public Builder timeout(Duration wanted) {
            timeout = wanted;
            return this;
        }

        public Builder onFailure(OnFailure wanted) {
            onFailure = wanted;
            return this;
        }

        public Builder correct(CorrectionPolicy wanted) {
            correct = wanted;
            return this;
        }

        public Builder user(String wanted) {
            user = wanted;
            return this;
        }

        public Builder cwd(String wanted) {
            cwd = wanted;
            return this;
        }

        public Builder shell(String wanted) {
            shell = wanted;
            return this;
        }

        public Builder idempotent(boolean wanted) {
            idempotent = wanted;
            return this;
        }

        public Builder retries(int wanted) {
            retries = wanted;
            return this;
        }

        public Builder sudo(SudoPolicy wanted) {
            sudo = wanted;
            return this;
        }

        /** @throws InvalidValueException when a value is impossible */
        public TaskOptions build() {
            return new TaskOptions(timeout, onFailure, correct, user, cwd, shell, idempotent, retries, sudo);
        }
    }
}
