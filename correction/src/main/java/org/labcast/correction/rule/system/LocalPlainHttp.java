package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** https to a server that has nothing on port 443; safe only towards this machine itself, where nobody listens in between. */
public final class LocalPlainHttp implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "Failed to connect to .* port 443|:443\\.\\.\\. failed: Connection refused|wrong version number");

    @Override
    public String name() {
        return "local_plain_http";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("curl", "wget") || situation.says().find(REFUSED).isEmpty()) {
            return List.of();
        }
        return situation.command().args().stream()
                .filter(word -> word.literal() && word.value().startsWith("https://"))
                .limit(1)
                .map(word -> Suggestion.safe(
                        situation.mended(Edit.replace(word, word.text().replaceFirst("https://", "http://"))),
                        "Nothing speaks https there; this asks by plain http."))
                .toList();
    }
}
