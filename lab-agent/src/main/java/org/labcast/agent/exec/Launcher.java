package org.labcast.agent.exec;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.HostName;
import org.labcast.model.ShellSession;
import org.labcast.model.TaskOptions;

/** Knows how a command is started: in a session of its own, as its user, in its folder, with a clean environment. */
final class Launcher {
    /**
     * Enters the control group $1 and becomes the rest of the arguments. Best effort: who may not enter runs outside.
     * Variables that a shell exports on its own account do not reach the command.
     */
    private static final String START = """
            umask 022
            { echo 0 >"$1"; } 2>/dev/null
            shift
            unset PWD OLDPWD SHLVL
            exec "$@\"""";

    private final HostName host;
    private final Accounts accounts = new Accounts();

    Launcher(HostName host) {
        this.host = host;
    }

    /** @throws CannotStartException when the user, the folder, the shell or a program to get there is missing */
    Launch prepare(Command command, Optional<ControlGroup> controlGroup) throws CannotStartException {
        TaskOptions options = command.options();
        List<String> arguments = List.of(SearchPath.require(options.shell()), "-c", command.text());
        return prepare(arguments, options.user(), options.cwd(), Mark.of(host, command), controlGroup);
    }

    /** @throws CannotStartException when the program, its user or a program to get there is missing */
    Launch prepare(Program program, Mark mark, Optional<ControlGroup> controlGroup) throws CannotStartException {
        SearchPath.require(program.arguments().get(0));
        return prepare(program.arguments(), program.user(), "", mark, controlGroup);
    }

    /** @throws CannotStartException when the shell, its user, its folder or a program to get there is missing */
    Launch prepareShell(
            ShellSession session, String driver, String user, Mark mark, Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        String name = session.shell().replaceFirst(".*/", "");
        List<String> arguments = List.of(SearchPath.require(session.shell()), "-c", driver, name);
        return prepare(arguments, user, session.folder(), mark, controlGroup);
    }

    /** Names of the variables that a shell finds. */
    static Set<String> variables() {
        return Set.of("PATH", "HOME", "LANG", "DEBIAN_FRONTEND", "USER", "LOGNAME");
    }

    private Launch prepare(
            List<String> command, String user, String cwd, Mark mark, Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        Account account = account(user);
        Map<String, String> environment = environment(mark, account);
        UserSwitch become = UserSwitch.between(accounts.own(), account);
        WorkingFolder folder = WorkingFolder.of(cwd, account.home(), become);

        List<String> arguments = new ArrayList<>(List.of("/bin/sh", "-c", START, "labcast"));
        arguments.add(controlGroup.map(group -> group.entrance().toString()).orElse("/dev/null"));
        arguments.add(SearchPath.require("setsid"));
        arguments.addAll(become.arguments(folder.path(), environment));
        arguments.addAll(CarriedText.of(command));
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .redirectInput(new File("/dev/null"))
                .directory(new File(become.entersItself() ? "/" : folder.path()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Launch(
                builder, become.killPrefix(), mark, controlGroup.stream().toList());
    }

    private Account account(String user) throws CannotStartException {
        if (user.isEmpty()) {
            return accounts.own();
        }
        return accounts.named(user)
                .orElseThrow(() -> new CannotStartException("There is no user '" + user + "' on this host."));
    }

    private static Map<String, String> environment(Mark mark, Account account) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", SearchPath.VALUE);
        environment.put("HOME", account.home());
        environment.put("LANG", "C.UTF-8");
        environment.put("DEBIAN_FRONTEND", "noninteractive");
        environment.putAll(mark.variables());
        environment.put("USER", account.name());
        environment.put("LOGNAME", account.name());
        return environment;
    }
}
