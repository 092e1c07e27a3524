package org.labcast.correction.rule.line;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A carriage return from a file written on Windows sticks to the last word of a line. */
public final class WindowsLineEnd implements Rule {
    @Override
    public String name() {
        return "windows_line_end";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String text = context.script().text();
        String mended = text.replace("\r\n", "\n").replaceFirst("\\r+$", "");
        return mended.equals(text) || mended.isBlank()
                ? List.of()
                : List.of(Suggestion.safe(
                        mended, "The line ends as on Windows, with a carriage return that became part of a word."));
    }
}
