package org.labcast.services.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a call becomes an argument list, {@code Cmd} of a port. Blanks part arguments, {@code +} joins two words into one, a word that
 * is a parameter's name stands for its value, and all else for itself; quotes keep blanks and names as they are. No shell reads it.
 */
public final class CommandTemplate implements Template {
    private static final Pattern WORD = Pattern.compile("\\s*(?:(\\+)|'([^']*)'|([^\\s+']+))");

    private final String path;
    private final List<List<Part>> arguments;

    private CommandTemplate(String path, List<List<Part>> arguments) {
        this.path = path;
        this.arguments = arguments;
    }

    /** A piece of an argument. */
    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Of(Parameter parameter) implements Part {}
    }

    /**
     * @param path of the program, which is argument zero; the first word of {@code cmd} only repeats its name
     * @throws ContractException when the text is none
     */
    public static CommandTemplate read(String cmd, String path, Signature signature) {
        List<List<Part>> arguments = new ArrayList<>();
        Matcher words = WORD.matcher(cmd.strip());
        boolean joined = false;
        int at = 0;
        while (at < cmd.strip().length()) {
            if (!words.find(at) || words.start() != at) {
                throw new ContractException("a quote in '" + cmd.strip() + "' is not closed");
            }
            at = words.end();
            if (words.group(1) != null) {
                joined = true;
                continue;
            }
            Part part = part(words, signature);
            if (joined && arguments.size() > 1) {
                arguments.get(arguments.size() - 1).add(part);
            } else {
                arguments.add(new ArrayList<>(List.of(part)));
            }
            joined = false;
        }
        return new CommandTemplate(path, checked(arguments, path));
    }

    private static Part part(Matcher word, Signature signature) {
        String quoted = word.group(2);
        if (quoted != null) {
            return new Part.Literal(quoted);
        }
        String plain = word.group(3);
        return signature
                .parameter(plain, true)
                .map(parameter -> (Part) new Part.Of(parameter))
                .orElseGet(() -> new Part.Literal(plain));
    }

    /** Without the program's name, which the path stands for. */
    private static List<List<Part>> checked(List<List<Part>> arguments, String path) {
        String name = path.replaceFirst(".*/", "");
        if (arguments.isEmpty()
                || !(arguments.get(0).get(0) instanceof Part.Literal first)
                || !(first.text().equals(name) || first.text().equals(path))) {
            throw new ContractException("must begin with '" + name + "', the program of its Path");
        }
        for (List<Part> argument : arguments) {
            boolean many = argument.stream()
                    .anyMatch(part ->
                            part instanceof Part.Of of && of.parameter().type().many());
            if (many && argument.size() > 1) {
                throw new ContractException("joins a String[] with something else; it must stand alone");
            }
        }
        return List.copyOf(arguments.subList(1, arguments.size()));
    }

    @Override
    public List<String> used() {
        return arguments.stream()
                .flatMap(List::stream)
                .filter(Part.Of.class::isInstance)
                .map(part -> ((Part.Of) part).parameter().name())
                .distinct()
                .toList();
    }

    @Override
    public List<String> bind(Map<String, List<String>> values) {
        List<String> bound = new ArrayList<>(List.of(path));
        for (List<Part> argument : arguments) {
            if (argument.get(0) instanceof Part.Of of && of.parameter().type().many()) {
                bound.addAll(values(of.parameter(), values));
            } else {
                StringBuilder joined = new StringBuilder();
                argument.forEach(part -> joined.append(text(part, values)));
                bound.add(joined.toString());
            }
        }
        return List.copyOf(bound);
    }

    private static String text(Part part, Map<String, List<String>> values) {
        return part instanceof Part.Of of ? values(of.parameter(), values).get(0) : ((Part.Literal) part).text();
    }

    private static List<String> values(Parameter parameter, Map<String, List<String>> values) {
        return Objects.requireNonNull(values.get(parameter.name()));
    }
}
