package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code sh tool.py}, {@code python3 backup.sh}: the script's name says that it is in another language. */
public final class WrongInterpreter implements Rule {
    private static final Map<String, String> LANGUAGES = Map.of(
            "sh", "sh", "dash", "sh", "bash", "sh", "python", "py", "python3", "py", "perl", "pl", "ruby", "rb", "node",
            "js");
    private static final Map<String, String> INTERPRETERS =
            Map.of("sh", "bash", "py", "python3", "pl", "perl", "rb", "ruby", "js", "node");
    /** What an interpreter says when it is given another language. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)syntax ?error|unexpected token|(?:import|from|def|use|my|print|require|const|let|var): (?:command )?not found");

    @Override
    public String name() {
        return "wrong_interpreter";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String language = LANGUAGES.get(context.command().tool());
        if (language == null || context.says().find(FOREIGN).isEmpty()) {
            return List.of();
        }
        Optional<Word> script = context.command().args().stream().findFirst().filter(Word::literal);
        return script
                .map(word -> word.value().replaceFirst("^[^.]*$|.*\\.", ""))
                .filter(suffix -> !suffix.equals(language))
                .map(INTERPRETERS::get)
                .map(interpreter -> Suggestion.safe(
                        context.mended(Edit.replace(context.command().nameWord(), interpreter)),
                        "By its name it is a script for " + interpreter + "."))
                .stream()
                .toList();
    }
}
