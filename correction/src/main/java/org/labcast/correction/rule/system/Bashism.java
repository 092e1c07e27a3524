package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;

/** sh, which is dash on Debian, meets what bash added to the language. */
public final class Bashism implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "^(\\S{1,200}): (?:\\d{1,6}: )?(?:\\[\\[|source|pushd|popd|shopt|declare|let|typeset): not found$"
                    + "|^(\\S{1,200}): (?:\\d{1,6}: )?(?:Bad substitution|Syntax error: (?:\"\\(\"|redirection|Bad for loop variable).*|set: Illegal option -o pipefail)$");
    private static final Pattern SH = Pattern.compile("(?:/bin/|/usr/bin/)?(?:da)?sh");

    @Override
    public String name() {
        return "bashism";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation
                .says()
                .find(REFUSED)
                .map(said -> said.group(1) == null ? said.group(2) : said.group(1))
                .flatMap(who -> SH.matcher(who).matches() ? line(situation) : script(situation, who))
                .stream()
                .toList();
    }

    private static Optional<Suggestion> line(Situation situation) {
        boolean first = situation.script().commands().isEmpty()
                || situation.command().equals(situation.script().commands().get(0));
        return first
                ? Optional.of(Suggestion.risky(
                        "bash -c " + Quoting.word(situation.script().text()),
                        "The line is written for bash, not for sh."))
                : Optional.empty();
    }

    private static Optional<Suggestion> script(Situation situation, String script) {
        SimpleCommand command = situation.command();
        boolean ran = situation.runs("sh", "dash")
                && command.args().stream()
                        .findFirst()
                        .filter(word -> word.is(script))
                        .isPresent();
        return ran
                ? Optional.of(Suggestion.risky(
                        situation.mended(Edit.replace(command.nameWord(), "bash")),
                        script + " is written for bash, not for sh."))
                : Optional.empty();
    }
}
