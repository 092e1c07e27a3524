package org.labcast.agent.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/** Commands that ask for another start of the machine, now or at a set time. */
public enum RebootCommand {
    /** Of the kernel and everything. */
    MACHINE,
    /** Of everything but the kernel, systemd-soft-reboot.service(8). */
    USERSPACE;

    private static final Set<String> IN_FRONT = Set.of("sudo", "exec", "nohup", "command", "doas");

    /** What the last simple command of a text asks for. */
    public static Optional<RebootCommand> in(String text) {
        try {
            List<CompleteCommand> commands = ShellText.commands(text, Dialect.BASH);
            return commands.isEmpty()
                    ? Optional.empty()
                    : commands.get(commands.size() - 1).commands().stream()
                            .filter(command -> !command.words().isEmpty())
                            .max(Comparator.comparingInt(
                                    command -> command.words().get(0).start()))
                            .flatMap(RebootCommand::of);
        } catch (ShellSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<RebootCommand> of(SimpleCommand command) {
        List<String> words = command.words().stream().map(ShellWord::unquoted).toList();
        int name = 0;
        while (name < words.size()
                && (IN_FRONT.contains(words.get(name))
                        || (name > 0 && words.get(name).startsWith("-")))) {
            name++;
        }
        if (name == words.size()) {
            return Optional.empty();
        }
        String program = words.get(name).replaceFirst("^(?:/usr)?/s?bin/", "");
        List<String> arguments = words.subList(name + 1, words.size());
        return switch (program) {
            case "reboot" ->
                found(
                        MACHINE,
                        arguments.stream()
                                .noneMatch(word -> word.matches("--help|-p|--poweroff|--halt|-w|--wtmp-only")));
            case "shutdown" ->
                found(
                        MACHINE,
                        arguments.stream().anyMatch(word -> word.matches("-[a-zA-Z]*r[a-zA-Z]*|--reboot"))
                                && !arguments.contains("-c")
                                && !arguments.contains("-k"));
            case "init", "telinit" -> found(MACHINE, arguments.equals(List.of("6")));
            case "systemctl" -> systemctl(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<RebootCommand> systemctl(List<String> arguments) {
        List<String> verbs =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        if (verbs.size() != 1 || arguments.contains("--help")) {
            return Optional.empty();
        }
        return switch (verbs.get(0)) {
            case "reboot", "kexec" -> Optional.of(MACHINE);
            case "soft-reboot" -> Optional.of(USERSPACE);
            default -> Optional.empty();
        };
    }

    private static Optional<RebootCommand> found(RebootCommand kind, boolean asks) {
        return Optional.of(kind).filter(same -> asks);
    }
}
