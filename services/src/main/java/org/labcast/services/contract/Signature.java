package org.labcast.services.contract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.text.Spelling;

/** The parameters of a port, written as in Java: {@code String host, int port, {tcp, udp} protocol}. */
public record Signature(List<Parameter> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*(?:\\{([^{}]*)\\}|(\\w+(?:\\s*\\[\\s*\\])?))\\s+([A-Za-z_]\\w*)\\s*");
    private static final Pattern WORD = Pattern.compile("[\\w.+-]+");

    /** @throws ContractException when two parameters have one name */
    public Signature {
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!names.add(parameter.name())) {
                throw new ContractException("the parameter '" + parameter.name() + "' is there twice");
            }
        }
    }

    /** @throws ContractException when the text is none */
    public static Signature read(String text) {
        Collection<String> parts = text.isBlank() ? List.of() : parts(text);
        return new Signature(parts.stream().map(Signature::parameter).toList());
    }

    /** Cut at each comma that is in no braces. */
    private static Collection<String> parts(String text) {
        Deque<String> parts = new ArrayDeque<>();
        int end = text.length();
        boolean braces = false;
        for (int at = text.length() - 1; at >= 0; at--) {
            char c = text.charAt(at);
            braces = c == '}' || (braces && c != '{');
            if (c == ',' && !braces) {
                parts.addFirst(text.substring(at + 1, end));
                end = at;
            }
        }
        parts.addFirst(text.substring(0, end));
        return parts;
    }

    private static Parameter parameter(String part) {
        Matcher match = PARAMETER.matcher(part);
        if (!match.matches()) {
            throw new ContractException(
                    "'" + part.strip() + "' is no parameter; write a type and a name, as in 'String host'");
        }
        return new Parameter(match.group(3), match.group(1) == null ? simple(match.group(2)) : oneOf(match.group(1)));
    }

    private static ValueType simple(String written) {
        String plain = written.replaceAll("\\s", "");
        List<String> known =
                Arrays.stream(ValueType.Simple.values()).map(ValueType::written).toList();
        return Arrays.stream(ValueType.Simple.values())
                .filter(type -> type.written().equals(plain))
                .findFirst()
                .orElseThrow(() -> new ContractException("'" + plain + "' is no type"
                        + Spelling.nearest(plain, known).stream()
                                .findFirst()
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", known) + " and {one, of, these}")));
    }

    private static ValueType oneOf(String words) {
        List<String> list =
                Arrays.stream(words.split(",", -1)).map(String::strip).toList();
        list.stream().filter(word -> !WORD.matcher(word).matches()).findFirst().ifPresent(word -> {
            throw new ContractException("'" + word + "' is no word of an enumeration");
        });
        if (Set.copyOf(list).size() < list.size()) {
            throw new ContractException("{" + words.strip() + "} has a word twice");
        }
        return new ValueType.OneOf(list);
    }

    public Optional<Parameter> parameter(String name, boolean exactly) {
        return parameters.stream()
                .filter(one -> exactly ? one.name().equals(name) : one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** As Java would write it; equal texts are equal signatures. */
    public String written() {
        return parameters.stream()
                .map(parameter -> parameter.type().written() + " " + parameter.name())
                .collect(Collectors.joining(", "));
    }

    /**
     * The values of a call, those of each parameter, in its order.
     *
     * @param values by parameter; a {@code String[]} without any may be left out
     * @throws ContractException when a value is missing, of another type, unknown, or holds a NUL
     */
    public Map<String, List<String>> checked(Map<String, List<String>> values) {
        values.keySet().stream()
                .filter(name -> parameter(name, true).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new ContractException("there is no parameter '" + name + "'; there "
                            + (parameters.isEmpty() ? "is none" : "are " + String.join(", ", names())));
                });
        Map<String, List<String>> checked = new LinkedHashMap<>();
        parameters.forEach(parameter -> checked.put(parameter.name(), parameter.checked(values.get(parameter.name()))));
        return checked;
    }
}
