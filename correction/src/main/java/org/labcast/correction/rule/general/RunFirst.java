package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.Builtins;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.ToolOutput;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The tool says what must be run before: log in, start the machine, migrate, initialize. Only ever shown: it does more than was asked. */
public final class RunFirst implements Rule {
    private static final String CALL = "([\\w./-]{1,40}+(?: [\\w@:./+=-]{1,80}+){1,7}+)";
    private static final Pattern QUOTED = Pattern.compile("(?i)\\b(?:run|use|execute|require):? (?:the )?[`'\"]" + CALL
            + "[`'\"](?! instead| for (?:more|usage|help|a list|details))");
    private static final Pattern LAST = Pattern.compile("(?i)\\bplease run:\\s+" + CALL + "$");
    private static final Pattern BELOW = Pattern.compile("(?i)(?:\\brun|to update it|to add(?: it)?):\\s*$");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of("run", "use", "execute", "require", "update", "add");

    private static final Pattern ALONE = Pattern.compile("^\\s+(?:\\$ )?" + CALL + "\\s*$");
    /** Tools that another one may send to; every tool may send to itself. */
    private static final Set<String> STARTERS =
            Set.of("rails", "bin/rails", "rake", "bin/rake", "bundle", "npm", "yarn", "pnpm", "rustup");
    /** What only looks, and what begins something new instead of finding what is there. */
    private static final Set<String> NO_STEP = Set.of(
            "help",
            "--help",
            "-h",
            "status",
            "global-status",
            "list",
            "ls",
            "logs",
            "show",
            "tasks",
            "info",
            "version",
            "doctor",
            "search",
            "create",
            "new");

    private static final int MOST = 3;

    /** What some tools mean without saying it. */
    private record Meant(String tool, Pattern says, String call) {
        Meant(String tool, String says, String call) {
            this(tool, Pattern.compile(says), call);
        }
    }

    private static final List<Meant> MEANT = List.of(
            new Meant("tsuru", "not authenticated or your session has expired", "tsuru login"),
            new Meant("terraform", "(?i)initialization required|this module is not yet installed", "terraform init"),
            new Meant("tofu", "(?i)initialization required|this module is not yet installed", "tofu init"),
            new Meant(
                    "docker",
                    "may require 'docker login'|no basic auth credentials|requested access to the resource is denied",
                    "docker login"),
            new Meant("docker", "(?i)cannot connect to the docker daemon", "systemctl start docker"));

    @Override
    public String name() {
        return "run_first";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (Builtins.NAMES.contains(context.command().tool())
                || context.command().empty()
                || context.nothingSaid()) {
            return List.of();
        }
        return Stream.concat(meant(context), told(context))
                .filter(call -> !isItself(context.command(), call))
                .limit(MOST)
                .flatMap(call -> machines(context, call))
                .map(call -> said(context, call))
                .toList();
    }

    private static Stream<String> meant(FailureContext context) {
        return MEANT.stream()
                .filter(meant -> context.runs(meant.tool()))
                .filter(meant -> context.says().find(meant.says()).isPresent())
                .map(Meant::call);
    }

    private static Stream<String> told(FailureContext context) {
        List<String> lines = context.says().with(WORDS).lines();
        Stream<String> onLine = Stream.of(QUOTED, LAST)
                .flatMap(pattern ->
                        lines.stream().flatMap(line -> pattern.matcher(line).results()))
                .map((MatchResult said) -> said.group(1));
        return Stream.concat(onLine, below(context.says()).stream()).filter(call -> isStep(context.command(), call));
    }

    /** The first line with words behind one that ends with "run:". */
    private static Optional<String> below(ToolOutput says) {
        return says.numbersWith(WORDS)
                .filter(i -> BELOW.matcher(says.lines().get(i)).find())
                .limit(1)
                .boxed()
                .flatMap(i -> says.lines().stream().skip(i + 1))
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(ALONE::matcher)
                .filter(call -> call.matches())
                .map(call -> call.group(1));
    }

    private static boolean isStep(SimpleCommand command, String call) {
        List<String> words = List.of(call.split(" "));
        boolean begins = words.contains("init") && !Set.of("terraform", "tofu").contains(words.get(0));
        return (words.get(0).equals(command.tool()) || STARTERS.contains(words.get(0)))
                && !begins
                && words.stream().noneMatch(NO_STEP::contains);
    }

    private static boolean isItself(SimpleCommand command, String call) {
        List<String> words = Stream.concat(
                        Stream.of(command.tool()), command.args().stream().map(Word::value))
                .toList();
        List<String> first = List.of(call.split(" "));
        return words.size() >= first.size() && words.subList(0, first.size()).equals(first);
    }

    /** Vagrant's machines have names, and only the named one is wanted. */
    private static Stream<String> machines(FailureContext context, String call) {
        List<Word> args = context.command().args();
        return call.equals("vagrant up") && args.size() > 1 && !args.get(1).option()
                ? Stream.of(call + " " + args.get(1).text(), call)
                : Stream.of(call);
    }

    private static Suggestion said(FailureContext context, String call) {
        boolean raises = context.command().privileged()
                || (call.startsWith("systemctl ") && context.facts().machine().canBecomeRoot());
        return Suggestion.risky(
                context.preceded(raises ? "sudo " + call : call),
                context.command().tool() + " needs '" + call + "' before.");
    }
}
