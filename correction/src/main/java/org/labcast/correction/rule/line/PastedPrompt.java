package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;

/**
 * The prompt was pasted with the command: {@code $ ls}, {@code root@lab-01:~# ls}.
 *
 * <p>A lone {@code #} begins a comment, which does not fail; it is left alone.
 */
public final class PastedPrompt implements Rule {
    private static final Pattern PROMPT =
            Pattern.compile("\\s*(?:[$%\u276f]|\\[?[\\w.-]+@[\\w.-]+[: ]?[\\w~/.-]*]?[$#%])\\s+");

    @Override
    public String name() {
        return "pasted_prompt";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        Matcher prompt = PROMPT.matcher(situation.script().text());
        if (situation.failed().exitCode() != 127 || !prompt.lookingAt()) {
            return List.of();
        }
        String mended = situation.script().text().substring(prompt.end());
        return mended.isBlank()
                ? List.of()
                : List.of(Suggestion.safe(
                        mended,
                        "It begins with a shell's prompt, '" + prompt.group().strip() + "'."));
    }
}
