package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.ShellError;
import org.labcast.correction.Suggestion;
import org.labcast.correction.ToolOutput;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/** What should be written to lies in a directory that is not there, or is one itself: for cp, tee, tar, curl -o, mount, {@code >}… */
public final class MissingDirectory implements Rule {
    private static final String QUOTE = "['\u2018\u2019]";
    private static final List<Pattern> MISSING = Stream.of(
                    "^touch: (?:cannot touch )?" + QUOTE + "?(.+?)" + QUOTE + "?: No such file or directory$",
                    "^(?:cp|install): cannot create (?:regular file|directory) " + QUOTE + "(.+)" + QUOTE
                            + ": (?:No such file or directory|Not a directory)$",
                    "^(?:cp|mv|install|ln): target " + QUOTE + "?([^'\u2019]+)" + QUOTE
                            + "?(?:: No such file or directory| is not a directory(?:: No such file or directory)?|: Not a directory)$",
                    "^mv: cannot move .+ to " + QUOTE + "(.+)" + QUOTE
                            + ": (?:No such file or directory|Not a directory)$",
                    "^ln: failed to create (?:symbolic|hard) link " + QUOTE + "(.+?)" + QUOTE
                            + ".*: No such file or directory$",
                    "^flock: cannot open lock file (.+): No such file or directory$",
                    "^(?:truncate|split): (?:cannot )?open " + QUOTE + "(.+)" + QUOTE
                            + " for writing: No such file or directory$",
                    "^mkfifo: cannot create fifo " + QUOTE + "(.+)" + QUOTE + ": No such file or directory$",
                    "^sort: open failed: (.+): No such file or directory$",
                    "^tee: (.+): No such file or directory$",
                    "^tar(?: \\(child\\))?: (.+): Cannot open: No such file or directory$",
                    "^Saving key \"(.+)\" failed: No such file or directory$",
                    "^open (.+) failed: No such file or directory\\.?$",
                    "Failed to open the file (.+): No such file or directory$",
                    "^(?:wget: )?([^:]+): No such file or directory$",
                    "^Can't open \"?(.+?)\"? for writing, No such file or directory$",
                    "^zip error: Could not create output file \\((.+)\\)$",
                    "^rsync: .*mkdir \"(.+)\" failed: No such file or directory",
                    "^mount: (?:mount point )?(.+?):? (?:mount point )?does not exist\\.?$")
            .map(Pattern::compile)
            .toList();

    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of("directory", "exist", "zip");

    /** Options whose value is a file that is written. */
    private static final Set<String> OUTPUTS =
            Set.of("-o", "-O", "--output", "--output-document", "-out", "-keyout", "--output-file");

    /** curl(1): it could not write, and with -s it does not say where. */
    private static final int WRITE_FAILED = 23;

    private static final Pattern CREATES = Pattern.compile("-?[a-zA-Z]*c[a-zA-Z]*|--create");
    private static final Pattern UNNAMED =
            Pattern.compile("^(?:No such file or directory|cp: directory .* does not exist)$");

    @Override
    public String name() {
        return "missing_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return Stream.concat(named(context), unnamed(context)).limit(1).toList();
    }

    /** Some tools do not say which directory: then the last operand, when it is written as one, or that of curl's -o. */
    private static Stream<Suggestion> unnamed(FailureContext context) {
        if (context.runs("curl") && context.failed().exitCode() == WRITE_FAILED) {
            return context.command().args().stream()
                    .filter(word -> word.literal()
                            && !word.value().contains("://")
                            && isValueOf(context, word.value(), OUTPUTS))
                    .map(word -> PathText.parent(word.value()))
                    .filter(directory -> !directory.isEmpty() && context.facts().path(directory) == PathKind.ABSENT)
                    .map(directory -> made(context, Quoting.word(directory), directory));
        }
        List<Word> operands = context.command().operands();
        if (!context.runs("cp", "mv")
                || operands.size() < 2
                || context.says().find(UNNAMED).isEmpty()) {
            return Stream.empty();
        }
        Word target = operands.get(operands.size() - 1);
        return target.value().endsWith("/") && context.facts().path(target.value()) == PathKind.ABSENT
                ? Stream.of(made(context, target.text(), target.value()))
                : Stream.empty();
    }

    private static Stream<Suggestion> named(FailureContext context) {
        ToolOutput says = context.says().with(WORDS);
        Stream<Optional<Suggestion>> byTool = MISSING.stream()
                .flatMap(says::findAll)
                .map(said -> mended(context, said.group(1), said.group().contains(": target ")));
        Stream<Optional<Suggestion>> byShell = ShellError.all(context.says())
                .filter(error -> error.kind() == ShellError.Kind.NO_SUCH_FILE
                        && !error.subject().isEmpty())
                .map(error -> mended(context, error.subject(), false));
        return Stream.concat(byTool, byShell).flatMap(Optional::stream);
    }

    private static Optional<Suggestion> mended(FailureContext context, String path, boolean target) {
        boolean itself = target || path.endsWith("/") || takesDirectory(context, path);
        String directory = itself ? path : PathText.parent(path);
        PathKind there = context.facts().path(directory);
        if (directory.isEmpty()
                || there == PathKind.DIRECTORY
                || there == PathKind.FILE
                || !((itself && !path.endsWith("/")) || writesTo(context, path))) {
            return Optional.empty();
        }
        String bare = directory.length() > 1 && directory.endsWith("/")
                ? directory.substring(0, directory.length() - 1)
                : directory;
        return Optional.of(made(context, Quoting.word(bare), bare));
    }

    private static Suggestion made(FailureContext context, String quoted, String directory) {
        String mkdir = context.command().raised("mkdir -p " + quoted);
        return Suggestion.safe(context.preceded(mkdir), "The directory " + directory + " does not exist.");
    }

    /** Whether the path that was complained of is the directory, not a file to be written into one. */
    private static boolean takesDirectory(FailureContext context, String path) {
        List<Word> operands = context.command().operands();
        boolean last = !operands.isEmpty()
                && operands.get(operands.size() - 1)
                        .value()
                        .replaceFirst("(?<=.)/$", "")
                        .equals(path);
        return switch (context.command().tool()) {
            case "tar" -> isValueOf(context, path, Set.of("-C", "--directory"));
            case "rsync", "mount" -> last;
            case "cp", "mv", "install", "ln" -> last && context.says().contains(": target ");
            default -> false;
        };
    }

    private static boolean writesTo(FailureContext context, String path) {
        boolean redirected = context.command().redirections().stream()
                .filter(Redirection::writes)
                .anyMatch(redirection -> redirection.target().is(path));
        List<Word> args = context.command().args();
        return redirected
                || isValueOf(context, path, OUTPUTS)
                || switch (context.command().tool()) {
                    case "touch", "cp", "mv", "install", "ln", "tee", "zip", "truncate", "mkfifo" ->
                        args.stream().anyMatch(word -> touches(word.value(), path));
                    case "tar" ->
                        !args.isEmpty()
                                && CREATES.matcher(args.get(0).value()).matches()
                                && args.stream().anyMatch(word -> word.is(path));
                    case "flock" ->
                        args.stream()
                                .filter(word -> !word.option())
                                .findFirst()
                                .filter(word -> word.is(path))
                                .isPresent();
                    case "ssh-keygen" -> isValueOf(context, path, Set.of("-f"));
                    default -> false;
                };
    }

    private static boolean isValueOf(FailureContext context, String path, Set<String> options) {
        List<Word> args = context.command().args();
        return IntStream.range(1, args.size())
                .anyMatch(i ->
                        args.get(i).is(path) && options.contains(args.get(i - 1).value()));
    }

    /** cp names the file inside the directory that was given. */
    private static boolean touches(String given, String path) {
        return given.equals(path) || (given.endsWith("/") && path.startsWith(given));
    }
}
