package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** https to a server that has nothing on port 443; safe only towards this machine itself, where nobody listens in between. */
public final class LocalPlainHttp implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "Failed to connect to .* port 443|:443\\.\\.\\. failed: Connection refused|wrong version number");

    private static final Pattern LOCAL = Pattern.compile("https://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?:/.*)?");
    private static final int CURL_CANNOT_CONNECT = 7;
    private static final int WGET_NETWORK_FAILURE = 4;

    @Override
    public String name() {
        return "local_plain_http";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean refused = context.says().find(REFUSED).isPresent();
        if (!context.runs("curl", "wget") || !(refused || failedSilently(context))) {
            return List.of();
        }
        return context.command().args().stream()
                .filter(word -> word.literal()
                        && word.value().startsWith("https://")
                        && (refused || LOCAL.matcher(word.value()).matches()))
                .limit(1)
                .map(word -> Suggestion.safe(
                        context.mended(Edit.replace(word, word.text().replaceFirst("https://", "http://"))),
                        "Nothing speaks https there; this asks by plain http."))
                .toList();
    }

    /** With -s or -q only the exit code tells (EXIT CODES in curl(1), EXIT STATUS in wget(1)). */
    private static boolean failedSilently(FailureContext context) {
        int exit = context.failed().exitCode();
        return context.nothingSaid()
                && ((context.runs("curl") && exit == CURL_CANNOT_CONNECT)
                        || (context.runs("wget") && exit == WGET_NETWORK_FAILURE));
    }
}
