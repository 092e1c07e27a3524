package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Set;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("docker", "docker-compose")) {
            return List.of();
        }
        Set<String> executables = situation.facts().names(NameKind.EXECUTABLES);
        List<Word> args = situation.command().args();
        if (situation.runs("docker-compose") && situation.commandNotFound() && executables.contains("docker")) {
            return said(situation, situation.command().nameWord().end(), "docker compose");
        }
        boolean noPlugin = situation.runs("docker")
                && !args.isEmpty()
                && args.get(0).is("compose")
                && (situation.says().contains("'compose' is not a docker command")
                        || situation.says().contains("unknown command: docker compose")
                        || situation.says().contains("unknown shorthand flag: "));
        return noPlugin && executables.contains("docker-compose")
                ? said(situation, args.get(0).end(), "docker-compose")
                : List.of();
    }

    private static List<Suggestion> said(Situation situation, int end, String call) {
        Edit edit = new Edit(situation.command().nameWord().start(), end, call);
        return List.of(Suggestion.safe(situation.mended(edit), "Compose is called '" + call + "' on this machine."));
    }
}
