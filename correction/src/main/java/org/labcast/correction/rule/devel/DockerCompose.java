package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Compose is a plugin of docker on some machines and a command of its own on others. */
public final class DockerCompose implements Rule {
    @Override
    public String name() {
        return "docker_compose";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("docker", "docker-compose")) {
            return List.of();
        }
        Set<String> executables = context.facts().names(NameKind.EXECUTABLES);
        List<Word> args = context.command().args();
        if (context.runs("docker-compose") && context.commandNotFound() && executables.contains("docker")) {
            return said(context, context.command().nameWord().end(), "docker compose");
        }
        boolean noPlugin = context.runs("docker")
                && !args.isEmpty()
                && args.get(0).is("compose")
                && (context.says().contains("'compose' is not a docker command")
                        || context.says().contains("unknown command: docker compose")
                        || context.says().contains("unknown shorthand flag: "));
        return noPlugin && executables.contains("docker-compose")
                ? said(context, args.get(0).end(), "docker-compose")
                : List.of();
    }

    private static List<Suggestion> said(FailureContext context, int end, String call) {
        Edit edit = new Edit(context.command().nameWord().start(), end, call);
        return List.of(Suggestion.safe(context.mended(edit), "Compose is called '" + call + "' on this machine."));
    }
}
