package org.labcast.correction.rule.general;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** Tools that refuse root, such as makepkg; sudo should go. */
public final class NotAsRoot implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)cannot perform this operation as root|(?:do not|don't|should not|must not|cannot|can't|can not) (?:be )?run (?:\\S+ ){0,3}as root"
                    + "|running \\S+ as root is not (?:allowed|supported)|refus\\w+ to run as root");

    @Override
    public String name() {
        return "not_as_root";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean plain = command.name() == 1 && command.privileged();
        return plain && context.says().find(REFUSED).isPresent()
                ? List.of(Suggestion.safe(
                        context.mended(new Edit(
                                command.words().get(0).start(),
                                command.nameWord().start(),
                                "")),
                        "'" + command.tool() + "' refuses to run as root."))
                : List.of();
    }
}
