package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** The build tool finds no project here, and a directory below has one. */
public final class ProjectElsewhere implements Rule {
    /**
     * @param says the complaint
     * @param file what the tool looks for
     */
    private record Project(Pattern says, String file) {}

    private static final Map<String, Project> PROJECTS = Map.of(
            "mvn", new Project(Pattern.compile("there is no POM in this directory"), "pom.xml"),
            "npm",
                    new Project(
                            Pattern.compile("(?i)enoent.*package\\.json|could not read package\\.json"),
                            "package.json"),
            "cargo", new Project(Pattern.compile("could not find `Cargo\\.toml`"), "Cargo.toml"),
            "make",
                    new Project(
                            Pattern.compile("No targets specified and no makefile found|No makefile found"),
                            "Makefile"),
            "docker",
                    new Project(
                            Pattern.compile("failed to read dockerfile|unable to prepare context.*Dockerfile"),
                            "Dockerfile"));

    private static final int MOST = 3;

    @Override
    public String name() {
        return "project_elsewhere";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Project project = PROJECTS.get(context.command().tool());
        if (project == null || context.says().find(project.says()).isEmpty()) {
            return List.of();
        }
        return context.facts().entries(".").stream()
                .filter(name -> name.matches("[\\w][\\w.-]{0,80}"))
                .filter(name -> context.facts().path(name + "/" + project.file()) == PathKind.FILE)
                .sorted()
                .limit(MOST)
                .map(name -> Suggestion.risky(
                        context.preceded("cd " + name),
                        "There is no " + project.file() + " here, but in " + name + "."))
                .toList();
    }
}
