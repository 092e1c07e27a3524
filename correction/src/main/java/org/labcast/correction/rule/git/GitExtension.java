package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Machine;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;

/** A verb of git that a package of its own brings. */
public final class GitExtension implements Rule {
    private static final Pattern SAID = Pattern.compile("^git: '([\\w-]{1,40})' is not a git command");
    /** Verb to package; Debian and Fedora name them alike. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("lfs", "git-lfs"),
            Map.entry("annex", "git-annex"),
            Map.entry("svn", "git-svn"),
            Map.entry("gui", "git-gui"),
            Map.entry("citool", "git-gui"),
            Map.entry("send-email", "git-email"),
            Map.entry("crypt", "git-crypt"),
            Map.entry("filter-repo", "git-filter-repo"),
            Map.entry("review", "git-review"));

    private static final Set<String> MANAGERS = Set.of("apt-get", "dnf", "yum");

    @Override
    public String name() {
        return "git_extension";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return GitCall.of(context).stream()
                .flatMap(call -> context.says()
                        .findAll(SAID)
                        .limit(1)
                        .map(said -> said.group(1))
                        .filter(verb -> call.is(verb) && PACKAGES.containsKey(verb))
                        .flatMap(verb -> install(call, PACKAGES.getOrDefault(verb, verb)).stream()))
                .toList();
    }

    private static Optional<Suggestion> install(GitCall call, String name) {
        Machine machine = call.situation().facts().machine();
        boolean root = machine.user().equals("root");
        if (!MANAGERS.contains(machine.packageManager()) || !(root || machine.canBecomeRoot())) {
            return Optional.empty();
        }
        String install = (root ? "" : "sudo ") + machine.packageManager() + " install -y " + name;
        return Optional.of(Suggestion.safe(
                call.situation().preceded(install),
                "'git " + call.verbWord().value() + "' comes with the package " + name + "."));
    }
}
