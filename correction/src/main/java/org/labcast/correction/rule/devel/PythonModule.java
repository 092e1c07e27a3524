package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.Builtins;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;

/**
 * A Python module that is not installed. Only ever shown: the name comes from a script, and a stranger may have put a package of
 * that name on PyPI.
 */
public final class PythonModule implements Rule {
    private static final Pattern MISSING = Pattern.compile(
            "(?:ModuleNotFoundError|ImportError): No module named '?([A-Za-z_]\\w{0,60})(?:\\.[\\w.]{1,80})?'?$");

    @Override
    public String name() {
        return "python_module";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (situation.command().empty()
                || Builtins.NAMES.contains(situation.command().tool())) {
            return List.of();
        }
        Optional<String> missing =
                situation.says().with(Set.of("named")).find(MISSING).map(said -> said.group(1));
        return missing.map(module -> Stream.concat(
                                Python.debian(situation.facts(), Python.onPypi(module))
                                        .or(() -> Python.debian(situation.facts(), module))
                                        .map(name -> Python.install(situation.facts(), name))
                                        .stream(),
                                Stream.of(Python.pip(situation.facts()) + " install " + Python.onPypi(module)))
                        .map(call -> Suggestion.risky(
                                situation.preceded(call), "The Python module " + module + " is not installed."))
                        .toList())
                .orElse(List.of());
    }
}
