package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** heroku finds several apps behind the remotes of the repository and lists them. */
public final class HerokuApp implements Rule {
    private static final Pattern SEVERAL =
            Pattern.compile("(?i)multiple apps in git remotes|articles/multiple-environments");
    private static final Pattern APP = Pattern.compile("^\\W{0,12}([a-z][a-z0-9-]{1,40}) \\([\\w-]{1,60}\\)\\s*$");
    private static final int MOST = 5;

    @Override
    public String name() {
        return "heroku_app";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        if (!context.runs("heroku")
                || args.isEmpty()
                || context.says().find(SEVERAL).isEmpty()) {
            return List.of();
        }
        return context.says()
                .findAll(APP)
                .limit(MOST)
                .map(app -> Suggestion.risky(
                        context.mended(Edit.after(args.get(args.size() - 1), "--app " + app.group(1))),
                        "The repository belongs to several apps; this is " + app.group(1) + "."))
                .toList();
    }
}
