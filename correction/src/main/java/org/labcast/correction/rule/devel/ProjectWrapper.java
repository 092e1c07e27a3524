package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        return Optional.ofNullable(WRAPPERS.get(context.command().tool()))
                .filter(wrapper -> context.commandNotFound())
                .filter(wrapper -> context.facts().path(wrapper) == PathKind.FILE)
                .map(wrapper -> List.of(Suggestion.safe(
                        context.mended(Edit.replace(context.command().nameWord(), "./" + wrapper)),
                        context.command().tool() + " is not installed; the project brings " + wrapper + ".")))
                .orElse(List.of());
    }
}
