package org.labcast.publisher.taskfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Programs that ask a person before they do their work: each with when it asks, and how to answer beforehand. */
final class AskingTools {
    /**
     * One program.
     *
     * @param instead what to write, behind the sentence that it asks
     */
    private record Question(Predicate<ToolCall> asks, String instead) {}

    private static final Map<String, Question> QUESTIONS = new HashMap<>();

    private static final String YES = ": add -y";
    private static final String ANSWERS = "; give the answers as options or in a here-document";

    static {
        question(
                call -> !call.has(
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
                        "--status",
                        "--help"),
                ": use echo 'NAME:PASSWORD' | chpasswd, or usermod -p HASH",
                "passwd");
        question(
                call -> !call.has("-h", "--help", "-n", "-i", "-b", "-D", "-v", "-x", "-d", "-e"),
                ": give the password on its standard input or as an option",
                "chpasswd",
                "chgpasswd",
                "smbpasswd",
                "htpasswd");
        question(
                AskingTools::isAdduserQuestion,
                ": use useradd -m, or adduser --disabled-password --gecos ''",
                "adduser");
        question(
                call -> !call.has("--use-default"),
                ANSWERS,
                "mysql_secure_installation",
                "mariadb-secure-installation");
        question(call -> true, ANSWERS, "dialog", "whiptail");
        question(call -> call.operands().isEmpty() && !call.has("--list-tasks"), ANSWERS, "tasksel");
        question(AskingTools::isDebconfQuestion, ": add -f noninteractive", "dpkg-reconfigure");
        question(
                call -> !call.has("-l", "-s", "-x", "-v", "-V", "-h", "--list", "--help", "--version"),
                ": use sfdisk or parted -s",
                "fdisk",
                "gdisk");
        question(
                call -> !call.has(
                        "-s", "-l", "-m", "-v", "-h", "--script", "--list", "--machine", "--version", "--help"),
                ": use parted -s",
                "parted");
        question(AskingTools::isKeyQuestion, ": add -N '' -f FILE", "ssh-keygen");
        question(AskingTools::isAptQuestion, YES, "apt", "apt-get", "aptitude");
        question(AskingTools::isYumQuestion, YES, "yum", "dnf", "microdnf");
        question(AskingTools::isZypperQuestion, ": add -n behind zypper", "zypper");
        question(AskingTools::isPacmanQuestion, ": add --noconfirm", "pacman");
        question(call -> !call.has("-y", "--yes", "-L", "--list"), YES, "add-apt-repository", "apt-add-repository");
        question(call -> call.operands().equals(List.of("init")) && !call.has("-y", "--yes"), YES, "npm");
        question(
                call -> call.has("-i", "-I", "--interactive") && !call.has("-f", "--force", "--interactive=never"),
                " (and removes nothing): leave -i out",
                "rm");
        question(
                call -> call.has("-i", "--interactive") && !call.has("-f", "--force"),
                " when a file is there already (and leaves it as it is): leave -i out, or write -n",
                "cp",
                "mv");
        question(
                call -> call.has("-i", "--interactive") && !call.has("-f", "--force"),
                " when a file is there already (and leaves it as it is): leave -i out, or write -f",
                "ln");
        question(
                AskingTools::isOpensslQuestion,
                ": add -subj '/CN=NAME', and -nodes for a key without a password",
                "openssl");
        question(
                AskingTools::isGpgQuestion,
                ": add --batch, and --passphrase '' --quick-generate-key NAME for a key",
                "gpg",
                "gpg2");
        question(
                call -> !call.operands().isEmpty()
                        && call.arguments().stream().noneMatch(word -> word.matches("-\\w*[onltpvZzfch].*|--help")),
                " when a file is there already: add -o (replace it) or -n (keep it)",
                "unzip");
        question(
                call -> call.arguments().stream().anyMatch(Set.of("-p", "--password")::contains),
                " for the password: write it into ~/.my.cnf or an option file",
                "mysql",
                "mariadb",
                "mysqldump",
                "mariadb-dump",
                "mysqladmin",
                "mariadb-admin");
    }

    private AskingTools() {}

    private static void question(Predicate<ToolCall> asks, String instead, String... names) {
        for (String name : names) {
            QUESTIONS.put(name, new Question(asks, instead));
        }
    }

    /** What is to be said about a call; empty when it asks nothing or gets its answer. */
    static Optional<String> complaint(ToolCall call) {
        if (call.command().place().fed()) {
            return Optional.empty();
        }
        if (call.name().equals("read")
                && !call.has("-u")
                && !call.command().place().inFunction()) {
            return Optional.of("read gets no answer: the input is empty; set the variable, or read it from a file");
        }
        return Optional.ofNullable(QUESTIONS.get(call.name()))
                .filter(question -> question.asks().test(call))
                .map(question -> "'" + call.name() + "' asks a question here, and nobody answers" + question.instead());
    }

    private static boolean isOne(List<String> operands, String... verbs) {
        return !operands.isEmpty() && Set.of(verbs).contains(operands.get(0));
    }

    /** Debian's; of one name, since with two it adds a user to a group. Others know {@code -D}, {@code -S} or {@code -m}. */
    private static boolean isAdduserQuestion(ToolCall call) {
        List<String> operands = call.operands(Set.of(
                "--gecos",
                "--comment",
                "--home",
                "--shell",
                "--uid",
                "--gid",
                "--ingroup",
                "--conf",
                "--firstuid",
                "--lastuid"));
        boolean noPassword = call.has("--disabled-password", "--disabled-login");
        boolean named = call.has("--gecos", "--comment");
        return operands.size() == 1
                && !(noPassword && named)
                && !call.has("--system", "-D", "-S", "-m", "-r", "--help", "--version");
    }

    private static boolean isDebconfQuestion(ToolCall call) {
        return !call.has("-f", "--frontend", "-h", "--help")
                && call.command().assignments().stream()
                        .noneMatch(word -> word.text().startsWith("DEBIAN_FRONTEND="))
                && call.command().words().stream().noneMatch(word -> word.text().startsWith("DEBIAN_FRONTEND="));
    }

    private static boolean isYumQuestion(ToolCall call) {
        return isOne(
                        call.operands(),
                        "install",
                        "remove",
                        "upgrade",
                        "update",
                        "erase",
                        "autoremove",
                        "downgrade",
                        "groupinstall")
                && !call.has("-y", "--assumeyes", "--assumeno", "-C");
    }

    private static boolean isZypperQuestion(ToolCall call) {
        return isOne(call.operands(), "install", "in", "remove", "rm", "update", "up", "dup", "patch")
                && !call.has("-n", "-y", "--non-interactive", "--no-confirm", "--dry-run");
    }

    private static boolean isPacmanQuestion(ToolCall call) {
        return call.arguments().stream().anyMatch(word -> word.matches("-[SRU][a-z]*"))
                && !call.has("--noconfirm", "-s", "-i", "-l", "-g", "-p", "-w");
    }

    /** It makes a key when it is not told to do anything else; then it wants a file and a password. */
    private static boolean isKeyQuestion(ToolCall call) {
        boolean makes = call.arguments().stream()
                .filter(word -> word.startsWith("-"))
                .allMatch(word -> word.matches("-[tbfCamoZqONwEvh].*"));
        return makes && !(call.has("-N") && call.has("-f")) && !call.has("--help");
    }

    private static boolean isOpensslQuestion(ToolCall call) {
        return isOne(call.operands(), "req")
                && call.has("-new", "-newkey", "-x509")
                && !call.has("-in", "-subj", "-batch", "-config", "-help");
    }

    private static boolean isGpgQuestion(ToolCall call) {
        boolean makes = call.has(
                "--gen-key",
                "--generate-key",
                "--full-gen-key",
                "--full-generate-key",
                "--quick-gen-key",
                "--quick-generate-key",
                "--edit-key",
                "--delete-key",
                "--delete-keys",
                "--delete-secret-keys",
                "--delete-secret-and-public-key");
        return makes && !call.has("--batch", "--command-fd", "--command-file", "--yes");
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
}
