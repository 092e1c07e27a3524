package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** Copied from the source of a web page, which writes some signs by name; the shell takes the ampersand of each for an operator. */
public final class HtmlEntities implements Rule {
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#39|#34|#x27);");
    private static final Pattern REFUSED =
            Pattern.compile("(?:^|[ :])(?:amp|lt|gt|quot|apos|nbsp): (?:command )?not found$|[Ss]yntax error");
    private static final Map<String, String> SIGNS = Map.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&nbsp;", " ", "&#39;", "'", "&#34;",
            "\"", "&#x27;", "'");

    @Override
    public String name() {
        return "html_entities";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Matcher entity = ENTITY.matcher(context.script().text());
        if (!entity.find() || context.says().find(REFUSED).isEmpty()) {
            return List.of();
        }
        String mended = entity.replaceAll(found -> Matcher.quoteReplacement(SIGNS.get(found.group())));
        return List.of(Suggestion.safe(mended, "It holds signs as the source of a web page writes them."));
    }
}
