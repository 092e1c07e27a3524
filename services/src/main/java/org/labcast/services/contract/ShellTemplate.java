package org.labcast.services.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text that {@code sh} runs, of a port that says {@code Shell}. Values are its positional parameters, {@code $1} and on in the order
 * of the signature, and are never spliced into the text.
 *
 * @param name what the shell calls itself in messages, {@code $0}
 */
public record ShellTemplate(String text, String name, Signature signature) implements Template {
    /** Where POSIX systems have it. */
    public static final String SHELL = "/bin/sh";

    /** @throws ContractException when the text holds a NUL or an unquoted parameter, or a parameter that is not the last one takes many values, so that the next would have no number */
    public ShellTemplate {
        if (text.indexOf('\0') >= 0) {
            throw new ContractException("holds a NUL, which no program can be given");
        }
        UnquotedParameter.in(text).ifPresent(parameter -> {
            throw new ContractException(
                    "has " + parameter + " outside of double quotes, where the shell splits the value at"
                            + " blanks and takes * for names of files; write \"" + parameter + "\"");
        });
        List<Parameter> parameters = signature.parameters();
        parameters.stream()
                .limit(Math.max(0, parameters.size() - 1))
                .filter(parameter -> parameter.type().many())
                .findFirst()
                .ifPresent(parameter -> {
                    throw new ContractException(
                            "is run by a shell, so the String[] '" + parameter.name() + "' must be the last parameter");
                });
    }

    @Override
    public List<String> used() {
        return signature.names();
    }

    @Override
    public List<String> programs() {
        return List.of(SHELL);
    }

    @Override
    public List<String> bind(Map<String, List<String>> values) {
        List<String> bound = new ArrayList<>(List.of(SHELL, "-c", text, name));
        signature.names().forEach(parameter -> bound.addAll(values.getOrDefault(parameter, List.of())));
        return List.copyOf(bound);
    }
}
