package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/**
 * The prompt was pasted with the command: {@code $ ls}, {@code root@lab-01:~# ls}, {@code PS C:\> ls}, {@code 12  ls}.
 *
 * <p>A lone {@code #} begins a comment, which does not fail; it is left alone.
 */
public final class PastedPrompt implements Rule {
    private static final Pattern PROMPT = Pattern.compile("\\s*+(?:(?:\\(\\S{1,40}\\) ?)?"
            + "(?:[$%\u276f\u279c]|\\[?[\\w.-]{1,40}+@[\\w.-]{1,64}+[: ]?[\\w~/.-]{0,200}+]?[$#%>]"
            + "|(?:ba|z|k|da)?sh-[\\d.]{1,8}[$#]|(?:PS )?[A-Z]:\\\\[^>\\n]{0,200}>|PS>|\\d{1,5}[:.]? )\\s*+)+");
    private static final Pattern REFUSED =
            Pattern.compile("not found|[Ss]yntax error|redirection unexpected|No such file");

    @Override
    public String name() {
        return "pasted_prompt";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String text = context.script().text();
        Matcher prompt = PROMPT.matcher(text);
        // "$x" is a variable, "5" may be a command: something blank must stand behind the prompt.
        if (!prompt.lookingAt()
                || !Character.isWhitespace(text.charAt(prompt.end() - 1))
                || !(context.failed().exitCode() == 127
                        || context.says().find(REFUSED).isPresent())) {
            return List.of();
        }
        String mended = text.substring(prompt.end());
        return mended.isBlank()
                ? List.of()
                : List.of(Suggestion.safe(
                        mended,
                        "It begins with a shell's prompt, '" + prompt.group().strip() + "'."));
    }
}
