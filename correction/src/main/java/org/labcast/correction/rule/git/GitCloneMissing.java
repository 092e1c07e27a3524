package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The address of a repository stands where a command should. */
public final class GitCloneMissing implements Rule {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|ssh://(?:[\\w.-]{1,60}@)?)[\\w.-]{1,200}(?::[\\w.-]{1,60})?/[\\w./~+@-]{1,300}|[\\w.-]{1,60}@[\\w.-]{1,200}:[\\w./~+-]{1,300}");
    private static final Pattern CERTAIN = Pattern.compile("(?:https|ssh)://.*\\.git/?|git@.*");
    private static final Pattern NO_COMMAND =
            Pattern.compile("No such file or directory|not found|not recogni[sz]ed as");

    @Override
    public String name() {
        return "git_clone_missing";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().words().size() != 1 || context.command().empty()) {
            return List.of();
        }
        Word address = context.command().nameWord();
        if (!ADDRESS.matcher(address.value()).matches()
                || context.says().find(NO_COMMAND).isEmpty()) {
            return List.of();
        }
        // Anything may be at an address; what ends in .git is a repository.
        boolean certain = CERTAIN.matcher(address.value()).matches();
        String mended = context.mended(Edit.before(address, "git clone"));
        return List.of(Suggestion.sure(certain, mended, "This is the address of a repository, not a command."));
    }
}
