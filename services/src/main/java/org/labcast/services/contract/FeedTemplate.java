package org.labcast.services.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs one program for each line that another puts out, in one {@code sh} whose text holds only numbers of positional parameters: the
 * arguments of both programs are its parameters, and a line is only ever the value of a variable.
 *
 * @param parameter of {@code to} that takes the line
 * @param dashes whether a line may begin with a dash; one that may not is passed over, with a message in standard error
 */
record FeedTemplate(Template from, Template to, String parameter, boolean dashes) implements Template {
    /** No value and no template holds it, so it stands for the line while {@code to} is bound. */
    private static final String LINE = "\0";

    /** POSIX has no pipefail: the exit code of the first program goes round the pipe. */
    private static final String TEXT = """
            exec 4>&1
            code=$({ { %s 3>&- 4>&-; echo $? >&3; } | while IFS= read -r line || [ -n "$line" ]; do
            %s%s </dev/null >&4 3>&- 4>&-
            done; } 3>&1)
            exit "$code"
            """;

    private static final String PASS_OVER = """
            case $line in -*) echo "passed over, since it begins with a dash: $line" >&2; continue;; esac
            """;

    @Override
    public List<String> used() {
        return Stream.concat(from.used().stream(), to.used().stream())
                .filter(name -> !name.equals(parameter))
                .distinct()
                .toList();
    }

    @Override
    public List<String> programs() {
        return Stream.of(List.of(ShellTemplate.SHELL), from.programs(), to.programs())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @Override
    public List<String> bind(Map<String, List<String>> values) {
        Map<String, List<String>> withLine = new HashMap<>(values);
        withLine.put(parameter, List.of(LINE));
        List<String> parameters = new ArrayList<>();
        String source = text(from.bind(values), parameters);
        String each = text(to.bind(withLine), parameters);
        List<String> bound = new ArrayList<>(
                List.of(ShellTemplate.SHELL, "-c", TEXT.formatted(source, dashes ? "" : PASS_OVER, each), "feed"));
        bound.addAll(parameters);
        return List.copyOf(bound);
    }

    /** The arguments as a shell refers to them; their pieces become its parameters. */
    private static String text(List<String> arguments, List<String> parameters) {
        return arguments.stream()
                .map(argument -> Stream.of(argument.split(LINE, -1))
                        .map(piece -> {
                            parameters.add(piece);
                            return "\"${" + parameters.size() + "}\"";
                        })
                        .collect(Collectors.joining("\"$line\"")))
                .collect(Collectors.joining(" "));
    }
}
