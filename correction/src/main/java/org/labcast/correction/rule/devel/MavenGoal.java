package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Maven was not told what to do. */
public final class MavenGoal implements Rule {
    @Override
    public String name() {
        return "maven_goal";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("mvn", "mvnw") || !context.says().contains("No goals have been specified for this build")) {
            return List.of();
        }
        List<Word> words = context.command().words();
        return Stream.of("clean package", "clean install")
                .map(goals -> Suggestion.risky(
                        context.mended(Edit.after(words.get(words.size() - 1), goals)),
                        "Maven wants to be told what to do; these are its usual phases."))
                .toList();
    }
}
