package org.labcast.model.order;

/**
 * The shell that a job's commands are typed into, one after the other; what one of them sets, the next ones see. Each user that
 * commands run as has a session of their own.
 *
 * @param shell {@code sh}, {@code bash} or the like, by name or absolute path
 * @param folder where it begins; empty: the home directory of its user
 */
public record ShellSession(String shell, String folder) {
    public ShellSession {
        TaskOptions.requireShell(shell);
        TaskOptions.requireFolder(folder);
    }
}
