package org.labcast.correction.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.Machine;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.effect.SystemPaths;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;
import org.labcast.model.order.SudoPolicy;

/** When root's rights may be put before a command: the job allows it, the operating system refused, the command bears it. */
final class MorePower {
    private static final Set<String> RAISES = Set.of("sudo", "doas", "run0");
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)permission denied|operation not permitted|must be (?:root|superuser|run as root)|are you root\\?|superuser privilege"
                    + "|you need to be root|only root|requires? (?:root|superuser)|need to be root|interactive authentication required|access denied"
                    + "|authentication is required|not authorized");
    /** The address of a service's socket in the file system holds a URL, but it is the system that guards the file. */
    private static final Pattern SOCKET =
            Pattern.compile("dial unix /[\\w./-]{1,80}\\.sock: connect: permission denied");
    /** What speaks for an application that knows its own users. */
    private static final Pattern APPLICATION = Pattern.compile(
            "(?i)publickey|\\b40[13]\\b|forbidden|\\bhttps?:|\\bSQL|database|relation|\\btable\\b|RBAC|serviceaccount|\\bIAM\\b|AccessDenied"
                    + "|credential|password|token|\\bremote:");
    /** Files directly in /etc that programs obey as soon as they are there. */
    private static final Pattern OBEYED = Pattern.compile(
            "(?i).*(?:nologin|preload|allow|deny|cron|crontab|passwd|shadow|group|sudo|doas|pam|login|secur|shells|profile|bash|zsh|csh|environment"
                    + "|fstab|crypttab|exports|hosts|resolv|nsswitch|ld\\.|inittab|modules|sysctl|rc\\.|subuid|subgid|ftpusers|ssh|at\\.|initramfs|kernel"
                    + "|grub|host|network|services|protocols|adjtime|localtime|timezone|machine-id|dhc|iptables|nft|selinux|apparmor"
                    + "|gai\\.|alias|mailcap|idmap|smartd|inputrc|updatedb|mke2fs|logrotate|rsyncd|config|mime|magic|deluser|adduser|ucf|dpkg|apt).*|.*rc");

    /** Tools that print what is in a file, where others tell its name, size and owner. */
    private static final Set<String> CONTENT = Set.of(
            ("cat tac head tail cut sort uniq nl fold fmt column paste join comm diff cmp base64 base32 xxd od hexdump strings grep egrep fgrep"
                            + " zgrep zegrep zfgrep xzgrep bzgrep zstdcat zless zdiff rg zcat xzcat bzcat sed awk gawk mawk jq yq xmllint hexyl"
                            + " less more")
                    .split(" "));

    private static final Pattern LOG =
            Pattern.compile("/var/log/(?!.*\\.\\.)(?!(?:btmp|lastlog|tallylog|faillog|installer|private)).+");

    private final FailedCommand failure;
    private final MachineFacts facts;
    private final LineEffect effects;

    MorePower(FailedCommand failure, MachineFacts facts, LineEffect effects) {
        this.failure = failure;
        this.facts = facts;
        this.effects = effects;
    }

    /** Whether the only change is sudo or its like, alone, before the command. */
    static boolean isRaised(SimpleCommand from, SimpleCommand to) {
        List<String> before = Prover.texts(from.words());
        List<String> after = Prover.texts(to.words());
        return after.size() == before.size() + 1
                && RAISES.contains(after.get(0))
                && after.subList(1, after.size()).equals(before);
    }

    boolean allowed() {
        Machine machine = facts.machine();
        return failure.sudo() != SudoPolicy.NO && machine.canBecomeRoot();
    }

    String refusal() {
        return failure.sudo() == SudoPolicy.NO
                ? "the job or this host does not allow sudo"
                : "sudo is not known to work here without a password";
    }

    /** Why root's rights are not for this command; nothing when they are. */
    Optional<String> objection(SimpleCommand command) {
        Reading reading = effects.reading(command);
        if (command.name() != 0 || !command.assignments().isEmpty()) {
            return Optional.of("root's rights are added to plain commands only");
        }
        if (!reading.known() || !reading.effect().harmless()) {
            return Optional.of("root's rights are added only to what the effect tables know as harmless");
        }
        if (!reading.root()) {
            return Optional.of("root's rights are not what " + reading.name() + " needs");
        }
        if (reading.effect() == Effect.LOOKS ? readsSecrets(reading) : touchesOthers(reading)) {
            return Optional.of("what it names belongs to the system or to another user");
        }
        return refused(command) ? Optional.empty() : Optional.of("it was not the operating system that refused");
    }

    private boolean readsSecrets(Reading reading) {
        return (CONTENT.contains(reading.name()) && !readsLogs(reading))
                || named(reading)
                        .anyMatch(
                                path -> path.matches(
                                        "(?:~.*|/root(?:/.*)?|/home(?:/.*)?|.*(?:shadow|sudoers|\\.ssh|private|secret|\\.key|\\.pem|/proc/|/dev/|/sys/|krb5|keytab).*)"));
    }

    /** Contents that this user may not read are secrets, unless they are the system's logs. */
    private static boolean readsLogs(Reading reading) {
        List<Part> targets = reading.parts().stream()
                .filter(part -> part.role() == Part.Role.OPERAND || part.role() == Part.Role.VALUE)
                .toList();
        boolean plain = reading.parts().stream().allMatch(part -> part.word().literal())
                && reading.parts().stream()
                        .noneMatch(part -> part.role() == Part.Role.OPTION
                                && part.word().value().matches("-\\w*[ef].*|--(?:regexp|file|expression).*"));
        List<Part> paths =
                targets.stream().filter(part -> part.kind() == OperandKind.PATH).toList();
        return plain
                && !paths.isEmpty()
                && paths.stream()
                        .allMatch(part -> LOG.matcher(part.word().value()).matches());
    }

    /** A link to what others can change, among root's own files, hands those to them. */
    private boolean linksOut(Reading reading) {
        return reading.name().equals("ln")
                && !named(reading).limit(1).allMatch(path -> path.startsWith("/") && facts.isGuarded(path));
    }

    private static boolean setsMode(Reading reading) {
        return reading.parts().stream()
                .anyMatch(part -> part.role() == Part.Role.OPTION
                        && part.word().value().matches("-m.*|--mode.*")
                        && reading.name().equals("mkdir"));
    }

    private boolean touchesOthers(Reading reading) {
        return linksOut(reading)
                || setsMode(reading)
                || named(reading)
                        .anyMatch(path -> path.startsWith("~")
                                || path.matches("/home(?:/.*)?")
                                || (path.contains("/") && SystemPaths.isGuarded(path))
                                || (path.startsWith("/etc/")
                                        && OBEYED.matcher(path.split("/")[2]).matches())
                                || path.equals("root")
                                || path.matches("(?:wheel|sudo|admin|docker|lxd|disk|shadow|adm)"));
    }

    private static Stream<String> named(Reading reading) {
        return reading.parts().stream()
                .filter(part -> part.role() == Part.Role.OPERAND || part.role() == Part.Role.VALUE)
                .map(part -> part.word().value());
    }

    /** Also a command that is there for root alone was refused. */
    private boolean refused(SimpleCommand command) {
        String said = failure.err() + "\n" + failure.out();
        boolean rootsOwn = failure.exitCode() == 127
                && Stream.of("/usr/sbin/", "/sbin/")
                        .anyMatch(
                                folder -> facts.path(folder + command.nameWord().value()) == PathKind.FILE);
        boolean system = said.lines()
                .limit(100)
                .anyMatch(line -> REFUSED.matcher(line).find()
                        && (SOCKET.matcher(line).find()
                                || !APPLICATION.matcher(line).find()));
        return rootsOwn || (system && said.lines().limit(100).noneMatch(line -> line.contains("publickey")));
    }

    /**
     * Whether the output of the same words goes to the same file, which was refused, by way of root: {@code echo 1 > /etc/x} as
     * {@code echo 1 | sudo tee /etc/x} or {@code sudo sh -c 'echo 1 > /etc/x'}. Only for a new file in a folder whose files nothing
     * obeys.
     */
    boolean isRaisedRedirection(List<SimpleCommand> before, List<SimpleCommand> after) {
        if (before.size() != 1) {
            return false;
        }
        SimpleCommand from = before.get(0);
        List<Redirection> writes =
                from.redirections().stream().filter(Redirection::writes).toList();
        if (from.redirections().size() != 1
                || writes.size() != 1
                || !from.assignments().isEmpty()) {
            return false;
        }
        Redirection redirection = writes.get(0);
        boolean wasRaised = from.words().size() > 1 && from.words().get(0).is("sudo") && from.name() == 1;
        List<Word> words = from.words().subList(wasRaised ? 1 : 0, from.words().size());
        boolean prints = !words.isEmpty()
                && Set.of("echo", "printf").contains(words.get(0).value());
        return prints
                && words.stream().allMatch(Word::literal)
                && isNewAndIdle(redirection.target())
                && (isTee(after, words, redirection) || isShell(after, words, redirection));
    }

    private static boolean isTee(List<SimpleCommand> after, List<Word> words, Redirection redirection) {
        if (after.size() != 2 || !after.get(1).joint().equals("|")) {
            return false;
        }
        SimpleCommand print = after.get(0);
        SimpleCommand tee = after.get(1);
        List<String> expected = redirection.truncates()
                ? List.of("sudo", "tee", redirection.target().value())
                : List.of("sudo", "tee", "-a", redirection.target().value());
        return Prover.texts(print.words()).equals(Prover.texts(words))
                && print.redirections().isEmpty()
                && print.assignments().isEmpty()
                && tee.assignments().isEmpty()
                && tee.redirections().stream().allMatch(one -> one.target().is("/dev/null"))
                && Prover.values(tee.words()).equals(expected);
    }

    private static boolean isShell(List<SimpleCommand> after, List<Word> words, Redirection redirection) {
        if (after.size() != 1) {
            return false;
        }
        SimpleCommand shell = after.get(0);
        String text = String.join(" ", Prover.texts(words)) + " " + redirection.operator();
        List<String> values = Prover.values(shell.words());
        return values.size() == 4
                && values.subList(0, 3).equals(List.of("sudo", "sh", "-c"))
                && shell.words().get(3).literal()
                && shell.redirections().isEmpty()
                && shell.assignments().isEmpty()
                && (values.get(3).equals(text + " " + redirection.target().text())
                        || values.get(3).equals(text + redirection.target().text()));
    }

    /** Whether a program of the name, which may read it, is here: {@code screen.conf}, {@code tmux.conf}, {@code sshd.d}. */
    private boolean isOfProgram(String name) {
        String stem = name.toLowerCase(Locale.ROOT).replaceFirst("[.].*", "");
        Set<String> programs = facts.names(NameKind.EXECUTABLES);
        return Stream.of(stem, stem.replaceFirst("(?:rc|conf|config|d|ctl)$", ""))
                .anyMatch(one -> !one.isEmpty()
                        && (programs.contains(one) || EffectTables.shipped().knows(one)));
    }

    private boolean isNewAndIdle(Word target) {
        String path = target.value();
        String name = PathText.base(path);
        return target.literal()
                && path.matches(
                        "/(?:etc|opt|srv|var/local|usr/local/etc|usr/local/share)/[A-Za-z0-9_-]+(?:\\.(?:txt|conf|cfg|ini|json|yaml|yml))?")
                && !OBEYED.matcher(name).matches()
                && !isOfProgram(name)
                && facts.path(path) == PathKind.ABSENT;
    }
}
