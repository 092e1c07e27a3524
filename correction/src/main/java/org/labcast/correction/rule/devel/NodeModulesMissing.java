package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.ShellError;
import org.labcast.correction.Suggestion;

/** A project's script misses a tool or a module, and nothing of what it depends on has been installed yet. */
public final class NodeModulesMissing implements Rule {
    private static final Pattern MISSING = Pattern.compile("Cannot find module '|ERR_MODULE_NOT_FOUND");

    @Override
    public String name() {
        return "node_modules_missing";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        MachineFacts facts = context.facts();
        if (!context.runs("npm", "node", "yarn")
                || !missing(context)
                || facts.path("package.json") != PathKind.FILE
                || facts.path("node_modules") != PathKind.ABSENT) {
            return List.of();
        }
        return List.of(Suggestion.risky(
                context.preceded(install(facts)), "The modules that this project names are not installed yet."));
    }

    private static boolean missing(FailureContext context) {
        return context.says().find(MISSING).isPresent()
                || ShellError.all(context.says())
                        .anyMatch(error -> error.byShell() && error.kind() == ShellError.Kind.COMMAND_NOT_FOUND);
    }

    private static String install(MachineFacts facts) {
        if (facts.path("yarn.lock") == PathKind.FILE) {
            return "yarn install";
        }
        return facts.path("package-lock.json") == PathKind.FILE ? "npm ci" : "npm install";
    }
}
