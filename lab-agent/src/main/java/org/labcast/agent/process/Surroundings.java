package org.labcast.agent.process;

import java.nio.file.Files;
import java.nio.file.Path;
import org.labcast.model.order.TaskOptions;

/**
 * Where and as whom a task's commands run, for those who look at the machine as the command saw it.
 *
 * @param searchPath the PATH that commands are given
 */
public record Surroundings(Path folder, String user, String searchPath) {
    /** A user who does not exist counts as the agent's own: nothing has run then, and nothing is to be corrected. */
    public static Surroundings of(TaskOptions options) {
        Accounts accounts = new Accounts();
        Account account = options.user().isEmpty()
                ? accounts.own()
                : accounts.named(options.user()).orElseGet(accounts::own);
        String wanted = options.cwd().isEmpty() ? account.home() : options.cwd();
        Path folder = wanted.startsWith("/") ? Path.of(wanted) : Path.of("/");
        return new Surroundings(Files.isDirectory(folder) ? folder : Path.of("/"), account.name(), SearchPath.VALUE);
    }
}
