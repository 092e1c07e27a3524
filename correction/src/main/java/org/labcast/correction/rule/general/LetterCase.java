package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code mkdir -P}: an option of one letter that the tool knows in the other case only. */
public final class LetterCase implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:invalid|unknown|illegal|unrecognized) option -- ?'?([a-zA-Z])\\b|Command line option '([a-zA-Z])' \\[from -");
    private static final Pattern CLUSTER = Pattern.compile("-[a-zA-Z]{1,8}");
    /** In case that neither the tool nor the machine says; mkdir(1), apt-get(8), scp(1), chown(1), useradd(8). */
    private static final Map<String, String> BY_HEART = Map.of(
            "mkdir",
            "pmvZ",
            "apt-get",
            "yqdsfmbV",
            "apt",
            "yqdsfV",
            "scp",
            "rpqvCBP",
            "chown",
            "RvcfhHLP",
            "useradd",
            "msgGudk");

    @Override
    public String name() {
        return "letter_case";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()) {
            return List.of();
        }
        return context.says().find(UNKNOWN).stream()
                .map(said -> (said.group(1) == null ? said.group(2) : said.group(1)).charAt(0))
                .filter(letter -> knows(context, other(letter)))
                .flatMap(letter -> context.command().args().stream()
                        .filter(word -> CLUSTER.matcher(word.text()).matches()
                                && word.text().indexOf(letter) > 0)
                        .limit(1)
                        .map(word -> mended(context, word, letter)))
                .toList();
    }

    private static Suggestion mended(FailureContext context, Word word, char letter) {
        int at = word.start() + word.text().indexOf(letter);
        return Suggestion.safe(
                context.mended(new Edit(at, at + 1, String.valueOf(other(letter)))),
                context.command().tool() + " has -" + other(letter) + ", but no -" + letter + ".");
    }

    private static char other(char letter) {
        return Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    }

    /** By the tool's usage, {@code [-pqr]} in short or a line for each. */
    private static boolean knows(FailureContext context, char letter) {
        String tool = context.command().tool();
        if (BY_HEART.getOrDefault(tool, "").indexOf(letter) >= 0) {
            return true;
        }
        Matcher usage = Pattern.compile("(?:^|[\\s,\\[])-(?:" + letter + "(?=[,\\]]|\\s{2}|$)|[a-zA-Z0-9]{0,60}"
                        + letter + "[a-zA-Z0-9]{0,60}\\])")
                .matcher("");
        Optional<String> help = context.facts().answer(tool + " --help");
        return context.says().lines().stream()
                        .anyMatch(line -> usage.reset(line).find())
                || help.filter(text -> usage.reset(text).find()).isPresent();
    }
}
