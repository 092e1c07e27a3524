package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** {@code git clone} into a directory that has something in it: if that is a repository, bring it up to date instead. */
public final class GitCloneThere implements Rule {
    private static final Pattern SAID = Pattern.compile("^fatal: destination path '(" + "[\\w./][\\w./@+=,:-]{0,200}"
            + ")' already exists and is not an empty directory");

    @Override
    public String name() {
        return "git_clone_there";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context, "clone").filter(call -> !call.elsewhere()).stream()
                .flatMap(call -> context.says()
                        .findAll(SAID)
                        .limit(1)
                        .map(said -> said.group(1))
                        .filter(path -> context.facts().path(path + "/.git") == PathKind.DIRECTORY)
                        .map(path -> Suggestion.risky(
                                call.instead("-C " + path + " pull --ff-only"),
                                "There is a repository in " + path + " already; this brings it up to date.")))
                .toList();
    }
}
