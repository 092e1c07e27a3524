package org.labcast.correction.rule.devel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The distribution owns this Python (PEP 668): install its packages, or into an environment of one's own. */
public final class PipManaged implements Rule {
    private static final String VENV = "python3 -m venv .venv && .venv/bin/pip";

    @Override
    public String name() {
        return "pip_managed";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<Word> install = Pip.install(context);
        if (install.isEmpty() || !context.says().contains("externally-managed-environment")) {
            return List.of();
        }
        SimpleCommand command = context.command();
        List<Suggestion> found = new ArrayList<>();
        int last = command.args().get(command.args().size() - 1).end();
        packages(context, install.get())
                .map(packages -> context.mended(
                        new Edit(command.words().get(0).start(), last, Python.install(context.facts(), packages))))
                .ifPresent(mended -> found.add(Suggestion.risky(mended, "The distribution has packages of these.")));
        found.add(Suggestion.risky(
                context.mended(
                        new Edit(command.words().get(0).start(), install.get().start() - 1, VENV)),
                "The distribution owns this Python; an environment of its own leaves it alone."));
        return found;
    }

    /** Debian's packages of all that is to be installed; empty when one is unknown, or a file or an option is among them. */
    private static Optional<String> packages(FailureContext context, Word install) {
        List<Word> wanted = context.command().args().stream()
                .filter(word -> word.start() > install.start())
                .toList();
        List<String> packages = wanted.stream()
                .flatMap(word -> Python.debian(context.facts(), word.value()).stream())
                .collect(Collectors.toList());
        return wanted.isEmpty() || packages.size() != wanted.size()
                ? Optional.empty()
                : Optional.of(String.join(" ", packages));
    }
}
