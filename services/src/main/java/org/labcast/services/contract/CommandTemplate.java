package org.labcast.services.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.model.PathText;

/**
 * How a call becomes an argument list, {@code Cmd} of a port. Blanks part arguments, a {@code +} between blanks joins two words into
 * one, a word that is a parameter's name stands for its value, and all else for itself; quotes keep blanks and names as they are. No shell reads it.
 */
public final class CommandTemplate implements Template {
    private static final Pattern WORD = Pattern.compile("(\\s*)(?:((?<=\\s)\\+(?=\\s|$))|'([^']*)'|([^\\s']+))");
    private static final int BLANKS = 1;
    private static final int PLUS = 2;
    private static final int QUOTED = 3;
    private static final int PLAIN = 4;

    private final String path;
    private final List<List<Part>> arguments;
    private final List<Join> joins;

    private CommandTemplate(String path, Words words) {
        this.path = path;
        this.arguments =
                List.copyOf(words.arguments().subList(1, words.arguments().size()));
        this.joins = List.copyOf(words.joins());
    }

    /**
     * Two words that a {@code +} makes one.
     *
     * @param constant whether none of them is a parameter, so that they could as well be written together
     */
    public record Join(String left, String right, boolean constant) {}

    private record Words(List<List<Part>> arguments, List<Join> joins) {}

    /** A piece of an argument. */
    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Of(Parameter parameter) implements Part {}

        default String written() {
            return this instanceof Of of ? of.parameter().name() : "'" + ((Literal) this).text() + "'";
        }
    }

    /**
     * @param path of the program, which is argument zero; the first word of {@code cmd} only repeats its name
     * @throws ContractException when the text is none
     */
    public static CommandTemplate read(String cmd, String path, Signature signature) {
        Words words = words(cmd.strip(), signature);
        String name = PathText.base(path);
        if (program(words.arguments()).filter(Set.of(name, path)::contains).isEmpty()) {
            throw new ContractException("must begin with '" + name + "', the program of its Path");
        }
        return new CommandTemplate(path, words);
    }

    /**
     * One that begins with the path of its own program, as {@code Pre} and {@code Post} do.
     *
     * @throws ContractException when the text is none
     */
    public static CommandTemplate read(String cmd, Signature signature) {
        Words words = words(cmd.strip(), signature);
        String path = program(words.arguments())
                .filter(Tool::isPath)
                .orElseThrow(() -> new ContractException("must begin with the absolute path of its program"));
        return new CommandTemplate(path, words);
    }

    private static Optional<String> program(List<List<Part>> arguments) {
        return arguments.stream()
                .findFirst()
                .map(first -> first.get(0))
                .filter(Part.Literal.class::isInstance)
                .map(first -> ((Part.Literal) first).text());
    }

    private static Words words(String cmd, Signature signature) {
        if (cmd.indexOf('\0') >= 0) {
            throw new ContractException("holds a NUL, which no program can be given");
        }
        List<List<Part>> arguments = new ArrayList<>();
        List<Join> joined = new ArrayList<>();
        Matcher words = WORD.matcher(cmd);
        boolean joins = false;
        for (int at = 0; at < cmd.length(); at = words.end()) {
            if (!words.find(at) || words.start() != at) {
                throw new ContractException("has a quote that is not closed");
            }
            if (words.group(PLUS) != null) {
                joins = true;
                continue;
            }
            // Behind the program's name nothing is joined: the paper writes 'nmap + cmd'.
            if (arguments.size() > 1 && (joins || words.group(BLANKS).isEmpty())) {
                List<Part> argument = arguments.get(arguments.size() - 1);
                Part added = part(words, signature);
                if (joins) {
                    joined.add(join(argument.get(argument.size() - 1), added));
                }
                argument.add(added);
            } else {
                arguments.add(new ArrayList<>(List.of(part(words, signature))));
            }
            joins = false;
        }
        arguments.forEach(CommandTemplate::oneOrMany);
        return new Words(arguments, joined);
    }

    private static Join join(Part left, Part right) {
        boolean constant = left instanceof Part.Literal && right instanceof Part.Literal;
        return new Join(left.written(), right.written(), constant);
    }

    private static void oneOrMany(List<Part> argument) {
        boolean many = argument.stream()
                .anyMatch(part ->
                        part instanceof Part.Of of && of.parameter().type().many());
        if (many && argument.size() > 1) {
            throw new ContractException("joins a String[] with something else; it must stand alone");
        }
    }

    private static Part part(Matcher word, Signature signature) {
        String quoted = word.group(QUOTED);
        if (quoted != null) {
            return new Part.Literal(quoted);
        }
        String plain = word.group(PLAIN);
        Stream.of(plain.split("\\+"))
                .filter(piece ->
                        plain.contains("+") && signature.parameter(piece, true).isPresent())
                .findFirst()
                .ifPresent(piece -> {
                    throw new ContractException(
                            "has '" + plain + "', where '" + piece + "' would not be the parameter: a '+'"
                                    + " joins only with a blank on both sides; or write quotes around it to mean the very word");
                });
        return signature
                .parameter(plain, true)
                .map(parameter -> (Part) new Part.Of(parameter))
                .orElseGet(() -> new Part.Literal(plain));
    }

    /** In the order of the text. */
    public List<Join> joins() {
        return joins;
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
    public List<String> programs() {
        return List.of(path);
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
