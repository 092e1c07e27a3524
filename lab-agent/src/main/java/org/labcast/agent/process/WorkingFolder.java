package org.labcast.agent.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.labcast.text.Printable;

/** The folder a command starts in. It exists, and as far as can be told beforehand the command may enter it. */
record WorkingFolder(String path) {
    private static final long LONGEST_TRIAL_SECONDS = 30;

    /**
     * The folder that is asked for, else the home folder, else, for a user without one, {@code /} as with login(1).
     *
     * @param asked absolute, or empty
     */
    static WorkingFolder of(String asked, String home, UserSwitch become) throws CannotStartException {
        String path = !asked.isEmpty() ? asked : isFolder(home) ? home : "/";
        if (!(become instanceof UserSwitch.None)) {
            tryToEnter(become, path);
        } else if (!isFolder(path)) {
            throw new CannotStartException("There is no directory '" + Printable.of(path) + "' on this host.");
        } else if (!Files.isExecutable(Path.of(path))) {
            throw new CannotStartException("The agent may not enter the directory '" + Printable.of(path) + "'.");
        }
        return new WorkingFolder(path);
    }

    private static boolean isFolder(String path) {
        try {
            return path.startsWith("/") && Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            // A name beyond ASCII while the agent runs in a locale without.
            return false;
        }
    }

    /** Only the other user can tell, and whether we may become it shows too. */
    private static void tryToEnter(UserSwitch become, String path) throws CannotStartException {
        List<String> arguments = new ArrayList<>(become.entering(path));
        arguments.add("true");
        try {
            Process trial = new ProcessBuilder(arguments)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .start();
            trial.getOutputStream().close();
            if (!trial.waitFor(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS)) {
                trial.destroy();
                throw new CannotStartException(become.name() + " did not answer.");
            }
            if (trial.exitValue() != 0) {
                String said = new String(trial.getInputStream().readNBytes(500), StandardCharsets.UTF_8);
                throw new CannotStartException("The agent cannot run commands as this user in '" + Printable.of(path)
                        + "': " + Printable.of(said.strip()));
            }
        } catch (IOException e) {
            throw new CannotStartException(become.name() + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException("The agent was stopped.");
        }
    }
}
