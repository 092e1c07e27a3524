package org.labcast.publisher.taskfile;

import java.util.List;
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
            "bash", "sh", "zsh", "dash", "ksh", "fish", "csh", "tcsh", "ash", "python", "python3", "node", "irb", "R",
            "bc");
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
                .or(() -> asks(call))
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
            case "tmux" -> operands.isEmpty() || (isAttach(operands.get(0)) && !call.has("-d"));
            default ->
                SHELLS.contains(name)
                        && operands.isEmpty()
                        && !call.has("-c", "-e", "-V", "-v", "--version", "-h", "--help", "-m", "-n");
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

    private static Optional<String> asks(ToolCall call) {
        String name = call.name();
        List<String> operands = call.operands();
        if (call.command().place().fed()) {
            return Optional.empty();
        }
        if (name.equals("read") && !call.has("-u") && !call.command().place().inFunction()) {
            return Optional.of("read gets no answer: the input is empty; set the variable, or read it from a file");
        }
        boolean asking = switch (name) {
            case "passwd", "chpasswd", "chgpasswd", "smbpasswd", "htpasswd" ->
                !call.has(
                        "-l",
                        "-u",
                        "-d",
                        "-e",
                        "-S",
                        "-x",
                        "-n",
                        "-i",
                        "-w",
                        "-b",
                        "-D",
                        "-h",
                        "--stdin",
                        "--lock",
                        "--unlock",
                        "--delete",
                        "--expire",
                        "--status");
            case "adduser" ->
                operands.size() == 1
                        && !call.has("--disabled-password", "--disabled-login", "--system", "-D", "-S", "-m");
            case "mysql_secure_installation", "dialog", "whiptail", "gpg-agent-prompt", "tasksel" ->
                operands.isEmpty() || !name.equals("tasksel");
            case "dpkg-reconfigure" ->
                !call.has("-f", "--frontend")
                        && call.command().assignments().stream()
                                .noneMatch(word -> word.text().startsWith("DEBIAN_FRONTEND="))
                        && call.command().words().stream()
                                .noneMatch(word -> word.text().startsWith("DEBIAN_FRONTEND="));
            case "fdisk", "gdisk" -> !call.has("-l", "-s", "-x", "-v", "-V", "--list");
            case "parted" -> !call.has("-s", "-l", "-m", "--script", "--list") && operands.size() == 1;
            case "ssh-keygen" -> isKeyQuestion(call);
            case "apt", "apt-get", "aptitude" -> isAptQuestion(call);
            case "yum", "dnf", "microdnf" ->
                isOne(
                                operands,
                                "install",
                                "remove",
                                "upgrade",
                                "update",
                                "erase",
                                "autoremove",
                                "downgrade",
                                "groupinstall")
                        && !call.has("-y", "--assumeyes", "--assumeno", "-C");
            case "zypper" ->
                isOne(operands, "install", "in", "remove", "rm", "update", "up", "dup", "patch")
                        && !call.has("-n", "-y", "--non-interactive", "--no-confirm", "--dry-run");
            case "pacman" ->
                call.arguments().stream().anyMatch(word -> word.matches("-[SRU][a-z]*"))
                        && !call.has("--noconfirm", "-s", "-i", "-l", "-g", "-p", "-w");
            case "add-apt-repository", "apt-add-repository" -> !call.has("-y", "--yes", "-L", "--list");
            case "npm" -> operands.equals(List.of("init")) && !call.has("-y", "--yes");
            default -> false;
        };
        if (!asking) {
            return Optional.empty();
        }
        return Optional.of("'" + name + "' asks a question here, and nobody answers" + answer(name));
    }

    private static String answer(String name) {
        return switch (name) {
            case "apt",
                    "apt-get",
                    "aptitude",
                    "yum",
                    "dnf",
                    "microdnf",
                    "add-apt-repository",
                    "apt-add-repository",
                    "npm" -> ": add -y";
            case "zypper" -> ": add -n behind zypper";
            case "pacman" -> ": add --noconfirm";
            case "passwd" -> ": use echo 'NAME:PASSWORD' | chpasswd, or usermod -p HASH";
            case "adduser" -> ": use useradd -m, or adduser --disabled-password --gecos ''";
            case "ssh-keygen" -> ": add -N '' -f FILE";
            case "dpkg-reconfigure" -> ": add -f noninteractive";
            case "fdisk", "gdisk", "parted" -> ": use sfdisk or parted -s";
            default -> "; give the answers as options or in a here-document";
        };
    }

    private static boolean isOne(List<String> operands, String... verbs) {
        return !operands.isEmpty() && Set.of(verbs).contains(operands.get(0));
    }

    private static boolean isKeyQuestion(ToolCall call) {
        return call.arguments().stream()
                        .filter(word -> word.startsWith("-"))
                        .allMatch(word -> word.matches("-[tbfCamoZqO].*"))
                && !(call.has("-q") && call.has("-N"));
    }

    private static boolean isAptQuestion(ToolCall call) {
        boolean changes = call.operands().stream()
                .anyMatch(Set.of(
                        "install",
                        "reinstall",
                        "upgrade",
                        "full-upgrade",
                        "dist-upgrade",
                        "safe-upgrade",
                        "remove",
                        "purge",
                        "autoremove",
                        "autopurge",
                        "build-dep")::contains);
        return changes
                && call.arguments().stream()
                        .noneMatch(word -> word.matches(
                                "-[a-z]*[ys][a-z]*|--yes|--assume-yes|--assume-no|-qq|-q=2|--simulate|--dry-run|--just-print|--no-act|--recon"
                                        + "|--help|--print-uris|.*Assume-Yes.*|\\$.*"));
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
            case "docker", "podman", "kubectl" -> isOne(operands, "logs") && call.has("-f", "--follow");
            case "tcpdump" -> !call.has("-c", "-r", "-D", "-G", "-h", "--version");
            case "sleep" -> operands.equals(List.of("infinity"));
            default -> false;
        };
        if (!endless) {
            return Optional.empty();
        }
        String instead = switch (name) {
            case "ping", "ping6", "tcpdump" -> ": add -c COUNT";
            case "top" -> ": use top -b -n 1";
            default -> ": leave the following out, or put timeout 10 in front of it";
        };
        return Optional.of("'" + call.shown() + "' never ends by itself and runs into the timeout" + instead);
    }
}
