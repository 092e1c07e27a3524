package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** gradle or mvn is not installed, and the project brings its own. */
public final class ProjectWrapper implements Rule {
    private static final Map<String, String> WRAPPERS = Map.of("gradle", "gradlew", "mvn", "mvnw");

    @Override
    public String name() {
        return "project_wrapper";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return Optional.ofNullable(WRAPPERS.get(situation.command().tool()))
                .filter(wrapper -> situation.commandNotFound())
                .filter(wrapper -> situation.facts().path(wrapper) == PathKind.FILE)
                .map(wrapper -> List.of(Suggestion.safe(
                        situation.mended(Edit.replace(situation.command().nameWord(), "./" + wrapper)),
                        situation.command().tool() + " is not installed; the project brings " + wrapper + ".")))
                .orElse(List.of());
    }
}
