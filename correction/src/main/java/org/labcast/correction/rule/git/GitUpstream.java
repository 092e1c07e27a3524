package org.labcast.correction.rule.git;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code git push} of a branch that nothing follows yet: git says which options it wants. */
public final class GitUpstream implements Rule {
    private static final Pattern WANTED =
            Pattern.compile("^\\s+git push (--set-upstream [\\w][\\w.-]{0,100} [\\w][\\w./-]{0,200})$");

    @Override
    public String name() {
        return "git_upstream";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        List<Word> operands = situation.command().operands();
        if (!situation.runs("git") || operands.size() != 1 || !operands.get(0).is("push")) {
            return List.of();
        }
        return situation
                .says()
                .find(WANTED)
                .map(said -> List.of(Suggestion.safe(
                        situation.mended(Edit.after(operands.get(0), said.group(1))),
                        "The branch has no upstream yet; git names the options that set it.")))
                .orElse(List.of());
    }
}
