package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that want a person or a terminal, or never end: where nobody sits they do nothing useful, or run into the timeout. */
final class UnattendedTools {
    private static final Set<String> EDITORS = Set.of(
            "vi",
            "vim",
            "nvim",
            "nano",
            "emacs",
            "pico",
            "mcedit",
            "joe",
            "ed",
            "vipw",
            "vigr",
            "sudoedit",
            "editor",
            "ranger",
            "mc");
    private static final Set<String> SCREENS = Set.of(
            "htop",
            "btop",
            "atop",
            "nmtui",
            "alsamixer",
            "cfdisk",
            "cgdisk",
            "ncdu",
            "aptitude",
            "mutt",
            "raspi-config");
    private static final Set<String> PAGERS = Set.of("less", "more", "most", "man", "pinfo");
    private static final Set<String> SHELLS = Set.of(
            "bash",
            "sh",
            "zsh",
            "dash",
            "ksh",
            "fish",
            "csh",
            "tcsh",
            "ash",
            "python",
            "node",
            "nodejs",
            "perl",
            "ruby",
            "irb",
            "php",
            "lua",
            "R",
            "bc",
            "mongo",
            "mongosh",
            "redis-cli");
    /** Of databases; their operands name one, and are no script. */
    private static final Map<String, String> CLIENTS = Map.of(
            "mysql",
            "mysql -e 'SQL'",
            "mariadb",
            "mariadb -e 'SQL'",
            "psql",
            "psql -c 'SQL'",
            "sqlite3",
            "sqlite3 FILE 'SQL'");

    private static final String SHELL_INSTEAD = "#@ shell= above a command or #@ script … #@ end";
    private static final String USER_INSTEAD = "#@ user=NAME above the commands";
    /** Those of ssh that take a value as a word of its own. */
    private static final String SSH_VALUED = "-[BbcDEeFIiJLlmOopPQRSWw]";

    private UnattendedTools() {}

    /** What is to be said about a call; empty when it needs nobody. */
    static Optional<String> complaint(ToolCall call) {
        boolean limited = call.command().place().background() || call.wrappers().contains("timeout");
        return swallows(call)
                .or(() -> waits(call))
                .or(() -> AskingTools.complaint(call))
                .or(() -> limited ? Optional.empty() : endless(call));
    }

    /** Shells within the shell: what the author would type into them comes to the outer one. */
    private static Optional<String> swallows(ToolCall call) {
        if (call.command().place().fed()) {
            return Optional.empty();
        }
        List<String> operands = call.operands();
        String name = call.name();
        boolean nested = switch (name) {
            case "sudo" -> operands.isEmpty() && call.has("-i", "-s", "--login", "--shell");
            case "su" -> !call.has("-c", "--command", "--session-command", "--help", "--version");
            case "newgrp" -> true;
            case "ssh" -> isLogin(call);
            case "telnet", "ftp" -> operands.size() >= 1;
            case "sftp" -> !call.has("-b") && operands.size() == 1;
            case "chroot" -> operands.size() == 1;
            case "docker", "podman" -> isTerminal(call);
            case "screen" -> !call.has("-d", "-D", "-m", "-X", "-ls", "-list", "-wipe", "-v");
            case "mysql", "mariadb" -> !call.has("-e", "--execute", "-V", "--version", "--help", "-?");
            case "psql" ->
                !call.has("-c", "-f", "-l", "-V", "-?", "--command", "--file", "--list", "--version", "--help");
            case "sqlite3" -> operands.size() <= 1 && !call.has("-version", "--version", "-help", "-init", "-cmd");
            case "tmux" -> operands.isEmpty() || (isAttach(operands.get(0)) && !call.has("-d"));
            default ->
                SHELLS.contains(name.replaceFirst("^(python)[0-9.]+$", "$1"))
                        && operands.isEmpty()
                        && !call.has("-V", "-v", "--version", "-h", "--help", "-n")
                        && call.arguments().stream().noneMatch(word -> word.matches("-\\w*[ceEmpr].*"));
        };
        if (!nested) {
            return Optional.empty();
        } else if (name.equals("docker") || name.equals("podman")) {
            return Optional.of("option -t of " + name + " needs a terminal, and there is none: leave it out");
        }
        String instead = switch (name) {
            case "sudo", "su" -> USER_INSTEAD;
            case "newgrp" -> "sg GROUP -c 'COMMAND'";
            case "ssh" -> "ssh HOST 'COMMANDS', or ssh HOST <<'END' … END";
            case "telnet", "ftp", "sftp" -> "a here-document <<END … END";
            case "chroot" -> "chroot DIR COMMAND";
            case "screen", "tmux" -> "COMMAND &, or a service";
            case "mysql", "mariadb", "psql", "sqlite3" -> CLIENTS.get(name) + ", or a here-document <<END … END";
            default -> SHELL_INSTEAD;
        };
        return Optional.of("'" + call.shown()
                + "' reads an empty input here and ends: the commands below are not typed into it, but run in the shell of the"
                + " file; use " + instead);
    }

    private static boolean isAttach(String command) {
        return Set.of("attach", "attach-session", "a", "new", "new-session").contains(command);
    }

    private static boolean isTerminal(ToolCall call) {
        int verb = Math.max(call.arguments().indexOf("exec"), call.arguments().indexOf("run"));
        // Options in front of the container or image belong to docker, those behind it to what runs there.
        return verb >= 0
                && !call.has("-d", "--detach")
                && call.arguments().subList(verb + 1, call.arguments().size()).stream()
                        .takeWhile(word -> word.startsWith("-"))
                        .anyMatch(word -> word.matches("-[a-z]*t[a-z]*|--tty"));
    }

    private static boolean isLogin(ToolCall call) {
        int operands = 0;
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches(SSH_VALUED)) {
                i++;
            } else if (word.matches("-[A-Za-z]*[NVGQOWs].*|-[QOW].*")) {
                return false;
            } else if (!word.startsWith("-")) {
                operands++;
            }
        }
        return operands == 1
                && !call.arguments().contains("-O")
                && !call.arguments().contains("-W");
    }

    private static Optional<String> waits(ToolCall call) {
        String name = call.name();
        List<String> operands = call.operands();
        boolean fed = call.command().place().fed();
        boolean editor = EDITORS.contains(name)
                && !fed
                && !call.has("-e", "-es", "-s", "-c", "--batch", "--script", "--version", "-batch", "+wq");
        editor |= name.equals("visudo") && !call.has("-c", "--check", "-cf", "--version");
        editor |= name.equals("crontab") && call.has("-e");
        editor |= Set.of("systemctl", "kubectl", "virsh").contains(name)
                && !operands.isEmpty()
                && operands.get(0).equals("edit")
                && !call.has("--stdin")
                && !fed;
        editor |= name.equals("git") && isGitEditor(call);
        if (editor) {
            return Optional.of("'" + call.shown()
                    + "' waits for a person at an editor, and nobody sits there: write the file with cat > FILE <<'END' … END, or"
                    + " change it with sed -i");
        } else if (SCREENS.contains(name)
                && (!name.equals("aptitude") || call.arguments().isEmpty())
                && !call.has("nonint", "-o")) {
            return Optional.of("'" + name + "' is used at a terminal by a person, and there is neither");
        } else if (PAGERS.contains(name)
                && !fed
                && !call.command().place().piped()
                && !operands.isEmpty()
                && !call.has("-w", "-k", "-f", "--where", "--path", "--version")) {
            return Optional.of("'" + name + "' has no terminal here and prints everything; cat says what is meant");
        } else if (Set.of("less", "more", "most").contains(name)
                && fed
                && operands.isEmpty()
                && !call.command().place().piped()
                && call.command().redirections().isEmpty()) {
            return Optional.of("'| " + name + "' has no terminal here and prints everything: leave it out");
        }
        return Optional.empty();
    }

    private static boolean isGitEditor(ToolCall call) {
        if (call.operands().isEmpty()) {
            return false;
        }
        return switch (call.operands().get(0)) {
            case "commit" ->
                !call.has(
                                "-m",
                                "-F",
                                "-C",
                                "--message",
                                "--file",
                                "--no-edit",
                                "--reuse-message",
                                "--fixup",
                                "--dry-run")
                        && call.arguments().stream().noneMatch(word -> word.matches("-[a-z]*[mFC].*"));
            case "rebase" -> call.has("-i", "--interactive");
            case "add" -> call.has("-p", "-i", "-e", "--patch", "--interactive");
            default -> false;
        };
    }

    private static Optional<String> endless(ToolCall call) {
        String name = call.name();
        List<String> operands = call.operands();
        boolean endless = switch (name) {
            case "tail" -> call.has("-f", "-F", "--follow") && !call.has("--pid");
            case "watch" -> !operands.isEmpty() && !call.has("-g", "--chgexit", "-e");
            case "top", "iotop" -> !call.has("-n", "--iterations", "-v", "-h");
            case "ping", "ping6" -> !operands.isEmpty() && !call.has("-c", "-w", "-V", "-h");
            case "journalctl" -> call.has("-f", "--follow");
            case "dmesg" -> call.has("-w", "-W", "--follow", "--follow-new");
            case "docker", "podman", "kubectl" -> operands.contains("logs") && call.has("-f", "--follow");
            case "tcpdump" -> !call.has("-c", "-r", "-D", "-G", "-h", "--version");
            case "nc", "netcat", "ncat" -> call.has("-l", "--listen") && !call.has("-w", "-z");
            case "sleep" -> operands.equals(List.of("infinity"));
            default -> false;
        };
        if (!endless) {
            return Optional.empty();
        }
        String instead = switch (name) {
            case "nc", "netcat", "ncat" -> ": put timeout 60 in front of it, or & behind it";
            case "ping", "ping6", "tcpdump" -> ": add -c COUNT";
            case "top" -> ": use top -b -n 1";
            default -> ": leave the following out, or put timeout 10 in front of it";
        };
        return Optional.of("'" + call.shown() + "' never ends by itself and runs into the timeout" + instead);
    }
}
