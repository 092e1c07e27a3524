package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        return situation.runs("hostscli") && situation.says().contains("hostscli.errors.WebsiteImportError")
                ? List.of(Suggestion.safe(
                        situation.mended(new Edit(command.nameWord().end(), command.end(), " websites")),
                        "hostscli does not know that website; this lists those that it knows."))
                : List.of();
    }
}
