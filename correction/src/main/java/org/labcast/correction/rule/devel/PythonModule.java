package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.Builtins;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()
                || Builtins.NAMES.contains(context.command().tool())) {
            return List.of();
        }
        Optional<String> missing =
                context.says().with(Set.of("named")).find(MISSING).map(said -> said.group(1));
        return missing.map(module -> Stream.concat(
                                Python.debian(context.facts(), Python.onPypi(module))
                                        .or(() -> Python.debian(context.facts(), module))
                                        .map(name -> Python.install(context.facts(), name))
                                        .stream(),
                                Stream.of(Python.pip(context.facts()) + " install " + Python.onPypi(module)))
                        .map(call -> Suggestion.risky(
                                context.preceded(call), "The Python module " + module + " is not installed."))
                        .toList())
                .orElse(List.of());
    }
}
