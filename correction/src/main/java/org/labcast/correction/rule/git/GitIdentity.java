package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** Git does not know whom to name as the author: the user's login will do, for this call alone. */
public final class GitIdentity implements Rule {
    private static final Pattern SAID =
            Pattern.compile("^\\*\\*\\* Please tell me who you are\\.|^fatal: empty ident name");
    private static final Pattern LOGIN = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");

    @Override
    public String name() {
        return "git_identity";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String user = context.facts().machine().user();
        boolean known = LOGIN.matcher(user).matches();
        return GitCall.of(context)
                .filter(call -> known && context.says().find(SAID).isPresent())
                .map(call -> Edit.after(
                        context.command().nameWord(), "-c user.name=" + user + " -c user.email=" + user + "@localhost"))
                .map(named ->
                        Suggestion.risky(context.mended(named), "No author is configured; this names " + user + "."))
                .stream()
                .toList();
    }
}
