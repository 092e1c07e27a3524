package org.labcast.agent.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a command gets its user. */
sealed interface UserSwitch {
    static UserSwitch between(Account own, Account wanted) throws CannotStartException {
        if (wanted.uid() == own.uid()) {
            return new None();
        }
        return own.uid() == 0
                ? new Setpriv(SearchPath.require("setpriv"), wanted)
                : new Sudo(SearchPath.require("sudo"), wanted);
    }

    /**
     * What stands before the command in its argument list. It begins in {@code /} and goes to the folder as the other
     * user: the agent may pass where that user may not, such as by a link of his own.
     */
    List<String> arguments(String folder, Map<String, String> environment);

    /** Goes to the folder as the other user and becomes the arguments that follow; empty without another user. */
    default List<String> entering(String folder) {
        return List.of();
    }

    /** What does it, for messages. */
    default String name() {
        return "the agent";
    }

    /** What stands before {@code kill}; empty when the agent may signal the command itself. */
    default List<String> killPrefix() {
        return List.of();
    }

    /** The agent's own user. */
    record None() implements UserSwitch {
        @Override
        public List<String> arguments(String folder, Map<String, String> environment) {
            return List.of();
        }
    }

    /** From root to another user with that user's groups; setpriv(1) of util-linux keeps folder and environment. */
    record Setpriv(String program, Account account) implements UserSwitch {
        @Override
        public List<String> arguments(String folder, Map<String, String> environment) {
            return entering(folder);
        }

        /** By env(1), which unlike a shell leaves no variables of its own behind. */
        @Override
        public List<String> entering(String folder) {
            return List.of(
                    program,
                    "--reuid=" + Integer.toUnsignedString(account.uid()),
                    "--regid=" + Integer.toUnsignedString(account.gid()),
                    "--init-groups",
                    "--inh-caps=-all",
                    "--",
                    "/usr/bin/env",
                    "--chdir=" + folder);
        }

        @Override
        public String name() {
            return "setpriv";
        }
    }

    /** From an ordinary user to another one, as far as sudoers(5) lets the agent without a password. */
    record Sudo(String program, Account account) implements UserSwitch {
        private static final String ENTER = "cd -- \"$1\" && shift && exec \"$@\"";

        @Override
        public List<String> arguments(String folder, Map<String, String> environment) {
            List<String> arguments = new ArrayList<>(entering(folder));
            arguments.addAll(List.of("/usr/bin/env", "-i"));
            environment.forEach((name, value) -> arguments.add(name + "=" + value));
            return arguments;
        }

        @Override
        public List<String> entering(String folder) {
            List<String> arguments = new ArrayList<>(killPrefix());
            arguments.addAll(List.of("/bin/sh", "-c", ENTER, "labcast", folder));
            return arguments;
        }

        @Override
        public String name() {
            return "sudo";
        }

        @Override
        public List<String> killPrefix() {
            return List.of(program, "-n", "-u", account.name(), "--");
        }
    }
}
