package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The container, a small one, has no bash: nothing has run in it, and sh takes the same words. */
public final class ContainerShell implements Rule {
    private static final Pattern MISSING =
            Pattern.compile("exec: \"(?:/usr)?(?:/bin/)?bash\": .*(?:not found|no such file)"
                    + "|executable file [`'\"]?(?:/usr)?(?:/bin/)?bash[`'\"]? not found");
    private static final Pattern BASH = Pattern.compile("(?:/usr)?(?:/bin/)?bash");
    /** What sh does not know, in the text behind {@code -c}. */
    private static final Pattern BASHISM = Pattern.compile(
            "\\[\\[|<<<|[<>]\\(|=\\(|\\$\\{\\w+(?:\\^|,|/|:\\d|\\[)|\\bpipefail\\b|\\bsource\\b|\\bfunction\\b|&>");

    @Override
    public String name() {
        return "container_shell";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "crictl")
                || context.says().find(MISSING).isEmpty()) {
            return List.of();
        }
        return context.command().args().stream()
                .filter(word -> word.bare() && BASH.matcher(word.value()).matches())
                .limit(1)
                .map(word -> Suggestion.sure(
                        understood(context, word),
                        context.mended(Edit.replace(word, word.value().replaceFirst("bash$", "sh"))),
                        "The container has no bash; sh understands the same."))
                .toList();
    }

    private static boolean understood(FailureContext context, Word bash) {
        return context.command().args().stream()
                .filter(word -> word.start() > bash.start())
                .noneMatch(word -> BASHISM.matcher(word.value()).find()
                        || (word.option() && !word.is("-c") && !word.is("-e") && !word.is("-ec")));
    }
}
