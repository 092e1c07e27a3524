package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** The tool has no help of its own but a page; for a person with a browser, never for a job. */
public final class DocumentationPage implements Rule {
    private static final Pattern PAGE =
            Pattern.compile("Visit (https://[\\w./-]{1,200}) for documentation about this command");

    @Override
    public String name() {
        return "documentation_page";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        if (args.size() < 2 || !args.get(0).is("help")) {
            return List.of();
        }
        int end = args.get(args.size() - 1).end();
        int start = context.command().words().get(0).start();
        return context.says()
                .find(PAGE)
                .map(said -> List.of(Suggestion.risky(
                        context.mended(new Edit(start, end, "open " + Quoting.word(said.group(1)))),
                        "What " + args.get(1).value() + " does is told on that page.")))
                .orElse(List.of());
    }
}
