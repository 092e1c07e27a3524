package org.labcast.agent.exec;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;

/** Knows how a command is started: in a session of its own, as its user, in its folder, with a clean environment. */
final class Launcher {
    /**
     * Enters the control group $1 and becomes the rest of the arguments with the text $2 behind them. Best effort: who
     * may not enter runs outside. Variables that a shell exports on its own account do not reach the command.
     */
    private static final String START = """
            umask 022
            { echo 0 >"$1"; } 2>/dev/null
            labcast_text=$(printf %b "$2")
            shift 2
            unset PWD OLDPWD SHLVL
            exec "$@" "$labcast_text\"""";

    private final HostName host;
    private final Accounts accounts = new Accounts();

    Launcher(HostName host) {
        this.host = host;
    }

    /** @throws CannotStartException when the user, the folder, the shell or a program to get there is missing */
    Launch prepare(Command command, Optional<ControlGroup> controlGroup) throws CannotStartException {
        Account account = account(command.options().user());
        String shell = SearchPath.require(command.options().shell());
        Map<String, String> environment = environment(command, account);
        UserSwitch become = UserSwitch.between(accounts.own(), account);
        WorkingFolder folder = WorkingFolder.of(command.options().cwd(), account.home(), become);

        List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", START, "labcast"));
        arguments.add(controlGroup.map(group -> group.entrance().toString()).orElse("/dev/null"));
        arguments.add(PrintfText.of(command.text()));
        arguments.add(SearchPath.require("setsid"));
        arguments.addAll(become.arguments(folder.path(), environment));
        arguments.addAll(List.of(shell, "-c"));
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .redirectInput(new File("/dev/null"))
                .directory(new File(become.entersItself() ? "/" : folder.path()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Launch(builder, become.killPrefix());
    }

    private Account account(String user) throws CannotStartException {
        if (user.isEmpty()) {
            return accounts.own();
        }
        return accounts.named(user)
                .orElseThrow(() -> new CannotStartException("There is no user '" + user + "' on this host."));
    }

    private Map<String, String> environment(Command command, Account account) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", SearchPath.VALUE);
        environment.put("HOME", account.home());
        environment.put("LANG", "C.UTF-8");
        environment.put("DEBIAN_FRONTEND", "noninteractive");
        environment.putAll(Mark.of(host, command).variables());
        if (!command.options().user().isEmpty()) {
            environment.put("USER", account.name());
            environment.put("LOGNAME", account.name());
        }
        return environment;
    }
}
