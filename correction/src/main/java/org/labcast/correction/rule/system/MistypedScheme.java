package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** The beginning of an address of the web is mistyped. */
public final class MistypedScheme implements Rule {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z]{2,7})([:;]/{1,3}|//)(?=[^/])");
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)protocol .{0,20}not supported|unsupported (?:scheme|protocol)|unable to find remote helper|malformed|bad/illegal format|Could not resolve host|unable to resolve host|No such file or directory|Bad hostname|Name or service not known|not appear to be a git repository|Failure in name resolution|name resolution");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");

    @Override
    public String name() {
        return "mistyped_scheme";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("curl", "wget", "git")
                || !(context.nothingSaid() || context.says().find(REFUSED).isPresent())) {
            return List.of();
        }
        return context.command().args().stream()
                .flatMap(word -> mended(context, word).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Suggestion> mended(FailureContext context, Word word) {
        int quote = word.text().startsWith("'") || word.text().startsWith("\"") ? 1 : 0;
        Matcher scheme = SCHEME.matcher(word.text()).region(quote, word.text().length());
        if (!scheme.lookingAt()) {
            return Optional.empty();
        }
        String typed = scheme.group(1);
        List<String> near = SCHEMES.contains(typed) ? List.of(typed) : Spelling.nearest(typed, SCHEMES);
        boolean right = SCHEMES.contains(typed) && scheme.group(2).equals("://");
        if (right || near.isEmpty()) {
            return Optional.empty();
        }
        // Of http and https, equally near, the one that proves who answers.
        String meant = near.contains("https") ? "https" : near.get(0);
        int at = word.start();
        return Optional.of(Suggestion.safe(
                context.mended(new Edit(at + scheme.start(), at + scheme.end(), meant + "://")),
                "'" + scheme.group() + "' is no beginning of an address; '" + meant + "://' is nearest."));
    }
}
