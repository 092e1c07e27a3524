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
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Redirection;
import org.labcast.correction.shell.Word;

/** What should be written to lies in a directory that is not there: touch, cp, mv, ln, tee, tar, a redirection. */
public final class MissingDirectory implements Rule {
    private static final String QUOTE = "['\u2018\u2019]";
    private static final List<Pattern> MISSING = Stream.of(
                    "^touch: cannot touch " + QUOTE + "(.+)" + QUOTE + ": No such file or directory$",
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

    @Override
    public String name() {
        return "missing_directory";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return MISSING.stream()
                .flatMap(situation.says()::findAll)
                .limit(1)
                .flatMap(said -> mended(situation, said).stream())
                .toList();
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
        int start = situation.command().start();
        boolean list = situation.command().joint().startsWith("|");
        String mkdir = (situation.command().privileged() ? "sudo " : "") + "mkdir -p " + Quoting.word(bare) + " && ";
        // In the middle of a pipeline "&&" would cut it: the directory is made before the whole line.
        String mended = situation.mended(new Edit(list ? 0 : start, list ? 0 : start, mkdir));
        return Optional.of(Suggestion.safe(mended, "The directory " + bare + " does not exist."));
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
