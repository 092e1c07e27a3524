package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** An archive was unpacked over what is there, and nothing says why that failed: unpack it apart. */
public final class ExtractApart implements Rule {
    private static final Pattern TAR = Pattern.compile(
            "(.+?)(?:\\.tar(?:\\.(?:Z|bz2|gz|lz|lzma|xz|zst))?|\\.(?:taz|tb2|tbz2?|tgz|tlz|txz|tz|tzst))");
    private static final Pattern EXTRACTS = Pattern.compile("-?[a-zA-Z]*x[a-zA-Z]*|--extract|--get");

    @Override
    public String name() {
        return "extract_apart";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.nothingSaid() || context.command().args().isEmpty()) {
            return List.of();
        }
        return switch (context.command().tool()) {
            case "tar" -> tar(context);
            case "unzip" -> unzip(context);
            default -> List.of();
        };
    }

    private static List<Suggestion> tar(FailureContext context) {
        SimpleCommand command = context.command();
        boolean extracts = EXTRACTS.matcher(command.args().get(0).value()).matches();
        if (!extracts || command.hasOption("-C", "--directory")) {
            return List.of();
        }
        return command.args().stream()
                .filter(Word::literal)
                .map(word -> TAR.matcher(word.value()))
                .filter(Matcher::matches)
                .limit(1)
                .map(archive -> Quoting.word(archive.group(1)))
                .map(directory -> apart(
                        context.mended(command.preceded("mkdir -p " + directory), command.followed("-C " + directory)),
                        directory))
                .toList();
    }

    private static List<Suggestion> unzip(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.hasOption("-d")) {
            return List.of();
        }
        return command.operands().stream()
                .filter(Word::literal)
                .limit(1)
                .map(word -> Quoting.word(word.value().replaceFirst("\\.zip$", "")))
                .map(directory -> apart(context.mended(command.followed("-d " + directory)), directory))
                .toList();
    }

    private static Suggestion apart(String mended, String directory) {
        return Suggestion.risky(mended, "Unpacked into " + directory + " it meets nothing that is there already.");
    }
}
