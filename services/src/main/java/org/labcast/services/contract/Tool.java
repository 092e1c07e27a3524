package org.labcast.services.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a provider runs for a call.
 *
 * @param path absolute, of the program, or of what a shell port needs; see {@link #programs()} for all
 * @param pre runs before; when it fails, the main one does not run
 * @param post runs after, also after a failure
 * @param dashes whether a value may begin with a dash, so that the tool takes it for an option
 */
public record Tool(String path, Optional<Template> pre, Template main, Optional<Template> post, boolean dashes) {
    private static final Pattern PATH = Pattern.compile("/(?:[^/\0]++/)*+[^/\0]++");

    /** Whether a text is the absolute path of a file. */
    public static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    /** Absolute paths of all that must be there and executable. */
    public List<String> programs() {
        return Stream.concat(
                        Stream.of(path),
                        Stream.of(pre, Optional.of(main), post)
                                .flatMap(Optional::stream)
                                .flatMap(template -> template.programs().stream()))
                .distinct()
                .toList();
    }

    Invocation plan(Map<String, List<String>> values) {
        if (!dashes) {
            values.forEach(Tool::refuseDash);
        }
        return new Invocation(
                pre.map(template -> template.bind(values)),
                main.bind(values),
                post.map(template -> template.bind(values)));
    }

    private static void refuseDash(String parameter, List<String> values) {
        if (values.stream().anyMatch(value -> value.startsWith("-"))) {
            throw new ContractException("'" + parameter
                    + "' begins with '-', which the tool would take for an option; the port does not say Allow-Dash");
        }
    }
}
