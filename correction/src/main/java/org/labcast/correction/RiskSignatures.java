package org.labcast.correction;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * What in a command line can destroy, stop or open up something.
 *
 * <p>A shape is text that holds the kind, what it is done to, and all that stands before it in the line: the same deed to
 * another victim, or behind another {@code cd} or pipe, is another shape.
 */
final class RiskSignatures {
    private static final int DEEPEST = 3;
    private static final Pattern FORCE = Pattern.compile(
            "--?(?!ignore-(?:case|missing|blank-lines|all-space|space-change)$)(?:force|overwrite|delete|purge|remove|erase|destroy|wipe|kill|prune|clean|truncate|reset|drop|discard|unlink|vacuum"
                    + "|disable|skip|ignore|bypass)(?:[=-].*)?|--yes-i-.*|--delete.*|--hard"
                    + "|--no-preserve-root|--allow-(?:unauthenticated|downgrades|remove-essential|change-held-packages)");
    private static final Pattern UNVERIFIED =
            Pattern.compile("--no-check-certificate|--insecure|--no-?gpg-?checks?|--nogpgcheck"
                    + "|--allow-untrusted|--trusted-host.*|--no-verify(?:-ssl)?|--disable-host-key.*|.*StrictHostKeyChecking=(?:no|off|accept-new).*"
                    + "|.*sslVerify=(?:false|0|no).*");
    private static final Pattern PLAIN_HTTP =
            Pattern.compile("http://(?!(?:localhost|127\\.0\\.0\\.1|\\[::1])(?:[:/]|$)).*");
    private static final Pattern DEVICE = Pattern.compile("/dev/(?!null$|stdout$|stderr$|tty$|zero$|full$|fd/).*");
    private static final Pattern SYSTEM =
            Pattern.compile("/+\\.?\\*?|/(?:boot|dev|etc|lib\\w*|proc|s?bin|sys|usr|var|home|root)/?\\*?");

    private final MachineFacts facts;
    private final Set<String> found;
    private final String context;

    private RiskSignatures(MachineFacts facts, Set<String> found, String context) {
        this.facts = facts;
        this.found = found;
        this.context = context;
    }

    /** All shapes of a line. */
    static Set<String> of(ParsedLine line, MachineFacts facts) {
        Set<String> found = new TreeSet<>();
        look(line, facts, found, "", 0);
        return found;
    }

    private static void look(ParsedLine line, MachineFacts facts, Set<String> found, String context, int depth) {
        if (!line.readable() || depth > DEEPEST) {
            found.add("unreadable " + line.text());
            return;
        }
        if (line.opaque()) {
            found.add("opaque " + line.text());
        }
        for (SimpleCommand command : line.commands()) {
            String before = context + line.text().substring(0, command.start()).strip() + " ";
            new RiskSignatures(EffectiveDirectory.of(line, command, facts), found, before).look(line, command, depth);
        }
    }

    private void look(ParsedLine line, SimpleCommand command, int depth) {
        String as = command.privileged() ? "as root: " : "";
        command.redirections().stream().filter(Redirection::truncates).forEach(to -> overwritten(as, to.target(), ""));
        command.words().forEach(this::word);
        // The commands inside are looked at by themselves, unless what they print is run.
        boolean run = command.privileged() || DestructiveCommands.isRunner(command.tool());
        command.words().stream()
                .filter(Word::substitutes)
                .filter(word -> run || word.equals(command.nameWord()))
                .forEach(word -> add("substitution " + word.text()));
        if (DestructiveCommands.isRunner(command.tool())) {
            runs(command, as, depth);
            command.redirections().stream()
                    .filter(redirection -> redirection.operator().contains("<<"))
                    .forEach(text -> add(as + "feeds " + line.text().substring(text.start())));
        }
        boolean looks = !command.empty() && EffectTables.shipped().read(command).effect() == Effect.LOOKS;
        if (!command.empty() && !looks && DestructiveCommands.isDangerous(command.tool(), command.args())) {
            add(as + command.tool() + " " + arguments(command));
        }
        if (command.privileged() && DestructiveCommands.isUnknownProgram(command)) {
            add(as + command.nameWord().text() + " " + arguments(command));
        }
        for (Word word : command.args()) {
            if (!looks && DestructiveCommands.isVerb(word.value())) {
                add(as + command.tool() + " … " + word.value());
            }
            if (DestructiveCommands.changesPlaces(command.tool())
                    && SYSTEM.matcher(word.value()).matches()) {
                add(as + command.tool() + " on " + word.value());
            }
        }
        if (command.tool().equals("tee") && !command.hasOption("-a", "--append")) {
            command.operands().forEach(file -> overwritten(as, file, ""));
        }
        if (DestructiveCommands.overwrites(command.tool())) {
            targets(as, command.operands());
        }
    }

    /** The last operand of cp, mv and the like is lost when it is a file, and so is a file of the same name in a directory. */
    private void targets(String as, List<Word> operands) {
        int last = operands.size() - 1;
        for (int i = 0; i < last; i++) {
            String source = operands.get(i).value();
            overwritten(as, operands.get(last), source.substring(source.lastIndexOf('/', source.length() - 2) + 1));
        }
    }

    private void word(Word word) {
        String value = word.value();
        if (FORCE.matcher(value).matches()
                || UNVERIFIED.matcher(value).matches()
                || PLAIN_HTTP.matcher(value).matches()) {
            add("option " + value);
        }
    }

    /** Shells, xargs, find and their like run what stands behind them. */
    private void runs(SimpleCommand command, String as, int depth) {
        for (Word word : command.args()) {
            if (DestructiveCommands.isShell(command.tool())) {
                look(ParsedLine.read(word.value()), facts, found, context + as, depth + 1);
            } else if (!word.is("exec") // what it runs is a word of its own, as in docker exec
                    && (DestructiveCommands.isNamed(word.value())
                            || DestructiveCommands.isNamed(word.value().replaceFirst(" .*", "")))) {
                add(as + command.tool() + " " + arguments(command));
            }
        }
    }

    /** @param name of what lands in the target when that is a directory; empty when it cannot be one */
    private void overwritten(String as, Word target, String name) {
        String path = target.value();
        if (DEVICE.matcher(path).matches()) {
            add(as + "device " + path);
        }
        PathKind kind = target.literal() ? facts.path(path) : PathKind.UNKNOWN;
        if (kind == PathKind.DIRECTORY && !name.isEmpty()) {
            kind = facts.path(path + "/" + name);
        }
        if (!path.startsWith("/dev/") && (kind == PathKind.FILE || kind == PathKind.UNKNOWN)) {
            add(as + "overwrites " + path);
        }
    }

    private void add(String shape) {
        found.add(context + shape);
    }

    private static String arguments(SimpleCommand command) {
        return String.join(" ", command.args().stream().map(Word::value).toList());
    }
}
