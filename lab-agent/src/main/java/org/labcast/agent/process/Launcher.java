package org.labcast.agent.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.order.TaskOptions;

/** Knows how a command is started: in a session of its own, as its user, in its folder, with a clean environment. */
public final class Launcher {
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

    /**
     * The same with this shell staying beside the command: it keeps the output readable while no agent runs, notes in the folder $1 how the
     * command ended, and stays until an agent takes note. It begins unless an agent was there first. What it has to say itself is not the
     * command's output.
     */
    private static final String KEEP = """
            umask 022
            _run=$1 _group=$2
            shift 2
            unset PWD OLDPWD SHLVL
            exec 6>&1 7>&2 8<>"$_run/out" 9<>"$_run/err" >/dev/null 2>&1
            set -C
            : >"$_run/begun" || exit
            set +C
            (
                { echo 0 >"$_group"; } 2>/dev/null
                exec "$@" >&6 2>&7 6>&- 7>&- 8>&- 9>&-
            )
            : >|"$_run/exited-$?"
            : <"$_run/gone"
            """;

    private final HostName host;
    private final Accounts accounts = new Accounts();

    public Launcher(HostName host) {
        this.host = host;
    }

    /** @throws CannotStartException when the user, the folder, the shell or a program to get there is missing */
    Launch prepare(Command command, Optional<ControlGroup> controlGroup) throws CannotStartException {
        TaskOptions options = command.options();
        List<String> arguments = List.of(SearchPath.require(options.shell()), "-c", command.text());
        return prepare(arguments, options.user(), options.cwd(), ProcessTag.of(host, command), controlGroup);
    }

    /** The same with the text in a file. */
    Launch prepare(Command command, ScriptFile file, Optional<ControlGroup> controlGroup) throws CannotStartException {
        TaskOptions options = command.options();
        return prepare(file.arguments(), options.user(), options.cwd(), ProcessTag.of(host, command), controlGroup);
    }

    /** The same with a keeper beside it. */
    Launch prepareKept(Command command, List<String> arguments, KeptRun run, Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        TaskOptions options = command.options();
        List<String> start = List.of(
                SearchPath.require("setsid"),
                "/bin/sh",
                "-c",
                KEEP,
                "labcast",
                run.path().toString());
        return prepare(start, arguments, options.user(), options.cwd(), ProcessTag.of(host, command), controlGroup);
    }

    /** @throws CannotStartException when the program, its user or a program to get there is missing */
    Launch prepare(ProgramStart program, ProcessTag tag, Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        SearchPath.require(program.arguments().get(0));
        return prepare(program.arguments(), program.user(), "", tag, controlGroup);
    }

    /**
     * A shell for the commands of a job, with a keeper beside it.
     *
     * @param keeper shell text that is given {@code folder} and then starts the rest of its arguments
     * @param shell its arguments
     * @param cwd where it begins; empty: the home directory of its user
     * @throws CannotStartException when the user, the folder, the shell or a program to get there is missing
     */
    public Launch prepareShell(
            String keeper,
            Path folder,
            List<String> shell,
            String user,
            String cwd,
            ProcessTag tag,
            List<String> around)
            throws CannotStartException {
        Account account = account(user);
        Map<String, String> environment = environment(tag, account);
        UserSwitch become = UserSwitch.between(accounts.own(), account);
        if (become instanceof UserSwitch.Sudo) {
            throw new CannotStartException("Only an agent that is root types commands into a shell of another user.");
        }
        WorkingFolder start = WorkingFolder.of(cwd, account.home(), become);
        String setsid = SearchPath.require("setsid");
        List<String> arguments = new ArrayList<>(around);
        arguments.addAll(List.of(setsid, "/bin/sh", "-c", keeper, "labcast", folder.toString(), setsid));
        arguments.addAll(become.arguments(start.path(), environment));
        arguments.addAll(CarriedText.of(shell));
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File(become instanceof UserSwitch.None ? start.path() : "/"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Launch(builder, List.of(), tag, List.of());
    }

    /**
     * The user of that name; empty for the agent's own.
     *
     * @throws CannotStartException when there is none
     */
    public Account account(String user) throws CannotStartException {
        if (user.isEmpty()) {
            return accounts.own();
        }
        return accounts.named(user)
                .orElseThrow(() -> new CannotStartException("There is no user '" + user + "' on this host."));
    }

    /**
     * The folder, when its user may enter it.
     *
     * @throws CannotStartException when there is none
     */
    public void requireFolder(String cwd, String user) throws CannotStartException {
        Account account = account(user);
        WorkingFolder.of(cwd, account.home(), UserSwitch.between(accounts.own(), account));
    }

    /** Whether the agent becomes that user without the help of sudo. */
    public boolean becomes(String user) {
        try {
            int own = accounts.own().uid();
            return own == 0 || own == account(user).uid();
        } catch (CannotStartException e) {
            return true;
        }
    }

    private Launch prepare(
            List<String> command, String user, String cwd, ProcessTag tag, Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        return prepare(List.of("/bin/sh", "-c", START, "labcast"), command, user, cwd, tag, controlGroup);
    }

    private Launch prepare(
            List<String> start,
            List<String> command,
            String user,
            String cwd,
            ProcessTag tag,
            Optional<ControlGroup> controlGroup)
            throws CannotStartException {
        Account account = account(user);
        Map<String, String> environment = environment(tag, account);
        UserSwitch become = UserSwitch.between(accounts.own(), account);
        WorkingFolder folder = WorkingFolder.of(cwd, account.home(), become);

        List<String> arguments = new ArrayList<>(start);
        arguments.add(controlGroup.map(group -> group.entrance().toString()).orElse("/dev/null"));
        arguments.add(SearchPath.require("setsid"));
        arguments.addAll(become.arguments(folder.path(), environment));
        arguments.addAll(CarriedText.of(command));
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .redirectInput(new File("/dev/null"))
                .directory(new File(become instanceof UserSwitch.None ? folder.path() : "/"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Launch(
                builder, become.killPrefix(), tag, controlGroup.stream().toList());
    }

    private static Map<String, String> environment(ProcessTag tag, Account account) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", SearchPath.VALUE);
        environment.put("HOME", account.home());
        environment.put("LANG", "C.UTF-8");
        environment.put("DEBIAN_FRONTEND", "noninteractive");
        environment.putAll(tag.variables());
        environment.put("USER", account.name());
        environment.put("LOGNAME", account.name());
        return environment;
    }
}
