package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** hostscli knows a fixed list of websites. */
public final class HostscliWebsites implements Rule {
    @Override
    public String name() {
        return "hostscli_websites";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        return context.runs("hostscli") && context.says().contains("hostscli.errors.WebsiteImportError")
                ? List.of(Suggestion.safe(
                        context.mended(new Edit(command.nameWord().end(), command.end(), " websites")),
                        "hostscli does not know that website; this lists those that it knows."))
                : List.of();
    }
}
