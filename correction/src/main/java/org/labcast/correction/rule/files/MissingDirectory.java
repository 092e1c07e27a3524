package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.Word;

/** What should be written to lies in a directory that is not there: touch, cp, mv, ln, tee, tar, a redirection. */
public final class MissingDirectory implements Rule {
    private static final String QUOTE = "['\u2018\u2019]";
    private static final List<Pattern> MISSING = Stream.of(
                    "^touch: (?:cannot touch )?" + QUOTE + "?(.+?)" + QUOTE + "?: No such file or directory$",
                    "^(?:cp|install): cannot create (?:regular file|directory) " + QUOTE + "(.+)" + QUOTE
                            + ": No such file or directory$",
                    "^(?:cp|mv|install|ln): target " + QUOTE + "?([^'\u2019]+)" + QUOTE
                            + "?(?:: No such file or directory| is not a directory|: Not a directory)$",
                    "^mv: cannot move .+ to " + QUOTE + "(.+)" + QUOTE
                            + ": (?:No such file or directory|Not a directory)$",
                    "^ln: failed to create (?:symbolic|hard) link " + QUOTE + "(.+?)" + QUOTE
                            + ".*: No such file or directory$",
                    "^tee: (.+): No such file or directory$",
                    "^tar: (.+): Cannot open: No such file or directory$",
                    "^(?:/bin/)?(?:ba)?sh: line \\d+: (.+): No such file or directory$",
                    "^(?:/bin/)?(?:da)?sh: \\d+: cannot create (.+): Directory nonexistent$")
            .map(Pattern::compile)
            .toList();

    private static final Pattern UNNAMED =
            Pattern.compile("^(?:No such file or directory|cp: directory .* does not exist)$");

    @Override
    public String name() {
        return "missing_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return Stream.concat(named(situation), unnamed(situation)).limit(1).toList();
    }

    /** Some systems' cp does not say which directory: then the last operand, when it is written as one. */
    private static Stream<Suggestion> unnamed(Situation situation) {
        List<Word> operands = situation.command().operands();
        if (!situation.runs("cp", "mv")
                || operands.size() < 2
                || situation.says().find(UNNAMED).isEmpty()) {
            return Stream.empty();
        }
        Word target = operands.get(operands.size() - 1);
        return target.value().endsWith("/") && situation.facts().path(target.value()) == PathKind.ABSENT
                ? Stream.of(made(situation, target.text(), target.value()))
                : Stream.empty();
    }

    private static Stream<Suggestion> named(Situation situation) {
        return MISSING.stream()
                .flatMap(situation.says()::findAll)
                .limit(1)
                .flatMap(said -> mended(situation, said).stream());
    }

    private static Optional<Suggestion> mended(Situation situation, Matcher said) {
        String path = said.group(1);
        boolean target = said.group().contains(": target ");
        String directory = target || path.endsWith("/") ? path : path.replaceFirst("/?[^/]*$", "");
        boolean absent = !directory.isEmpty() && situation.facts().path(directory) != PathKind.DIRECTORY;
        if (!absent || !writesTo(situation, path) || situation.facts().path(directory) == PathKind.FILE) {
            return Optional.empty();
        }
        String bare = directory.length() > 1 && directory.endsWith("/")
                ? directory.substring(0, directory.length() - 1)
                : directory;
        return Optional.of(made(situation, Quoting.word(bare), bare));
    }

    private static Suggestion made(Situation situation, String quoted, String directory) {
        String mkdir = (situation.command().privileged() ? "sudo " : "") + "mkdir -p " + quoted + " && ";
        return Suggestion.safe(
                situation.mended(situation.command().preceded(mkdir)),
                "The directory " + directory + " does not exist.");
    }

    private static boolean writesTo(Situation situation, String path) {
        boolean redirected = situation.command().redirections().stream()
                .filter(Redirection::writes)
                .anyMatch(redirection -> redirection.target().is(path));
        return redirected
                || (situation.runs("touch", "cp", "mv", "install", "ln", "tee", "tar")
                        && situation.command().args().stream()
                                .map(Word::value)
                                .anyMatch(value -> touches(value, path)));
    }

    /** cp names the file inside the directory that was given. */
    private static boolean touches(String given, String path) {
        return given.equals(path) || (given.endsWith("/") && path.startsWith(given));
    }
}
