package org.labcast.correction;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.Script;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * What in a command line can destroy, stop or open up something.
 *
 * <p>A shape is text that holds the kind and what it is done to, so that the same deed to another victim is another shape.
 */
final class Shapes {
    private static final int DEEPEST = 3;
    private static final Pattern FORCE = Pattern.compile(
            "--force(?:[=-].*)?|--yes-i-.*|--overwrite|--delete.*|--purge|--hard"
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
    private final Set<String> found = new TreeSet<>();

    private Shapes(MachineFacts facts) {
        this.facts = facts;
    }

    /** All shapes of a line. */
    static Set<String> of(Script script, MachineFacts facts) {
        Shapes shapes = new Shapes(facts);
        shapes.look(script, "", 0);
        return shapes.found;
    }

    private void look(Script script, String as, int depth) {
        if (!script.readable() || depth > DEEPEST) {
            found.add("unreadable " + script.text());
        }
        for (SimpleCommand command : script.commands()) {
            look(command, as + (command.privileged() ? "root: " : ""), depth);
        }
    }

    private void look(SimpleCommand command, String as, int depth) {
        command.redirections().stream().filter(Redirection::truncates).forEach(this::overwritten);
        for (Word word : command.words()) {
            word(word);
        }
        if (command.empty()) {
            return;
        }
        command.args().stream()
                .filter(word -> Dangers.isVerb(word.value()))
                .forEach(word -> found.add(as + command.tool() + " … " + word.value()));
        if (Dangers.isRunner(command.tool())) {
            runs(command, as, depth);
        }
        if (Dangers.isDangerous(command.tool(), command.args())) {
            found.add(as + command.tool() + " " + arguments(command));
        }
        if (Dangers.changesFiles(command.tool())) {
            command.operands().stream()
                    .filter(word -> SYSTEM.matcher(word.value()).matches())
                    .forEach(word -> found.add(as + command.tool() + " on " + word.value()));
            target(command);
        }
    }

    private void word(Word word) {
        String value = word.value();
        if (FORCE.matcher(value).matches()
                || UNVERIFIED.matcher(value).matches()
                || PLAIN_HTTP.matcher(value).matches()) {
            found.add("option " + value);
        }
        if (!word.literal() && (word.text().contains("$(") || word.text().contains("`"))) {
            found.add("substitution " + word.text());
        }
    }

    /** Shells, xargs, find and their like run what stands behind them. */
    private void runs(SimpleCommand command, String as, int depth) {
        for (Word word : command.args()) {
            if (Dangers.isShell(command.tool())) {
                look(Script.read(word.value()), as, depth + 1);
            } else if (Dangers.isNamed(word.value()) || word.value().equals("-delete")) {
                found.add(as + command.tool() + " " + arguments(command));
            }
        }
    }

    /** The last operand of cp, mv and the like is lost when it is a file already. */
    private void target(SimpleCommand command) {
        List<Word> operands = command.operands();
        if (operands.size() > 1) {
            overwritten(operands.get(operands.size() - 1));
        }
    }

    private void overwritten(Redirection redirection) {
        overwritten(redirection.target());
    }

    private void overwritten(Word target) {
        String path = target.value();
        if (DEVICE.matcher(path).matches()) {
            found.add("device " + path);
        }
        PathKind kind = target.literal() ? facts.path(path) : PathKind.UNKNOWN;
        if (!path.startsWith("/dev/") && (kind == PathKind.FILE || kind == PathKind.UNKNOWN)) {
            found.add("overwrites " + path);
        }
    }

    private static String arguments(SimpleCommand command) {
        return String.join(" ", command.args().stream().map(Word::value).toList());
    }
}
