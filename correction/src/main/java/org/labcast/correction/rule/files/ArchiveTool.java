package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The archive is of another kind than the tool's, as its name tells. */
public final class ArchiveTool implements Rule {
    private static final Pattern WRONG = Pattern.compile(
            "(?i)not look like a tar archive|not in gzip format|not a bzip2 file"
                    + "|format not recognized|unknown suffix|unsupported format|more than one entry|end-of-central-directory|cannot find zipfile");
    /** One of them is in each of those. */
    private static final Set<String> WORDS =
            Set.of("archive", "format", "bzip", "suffix", "entry", "directory", "zipfile");

    private static final Pattern TAR = Pattern.compile(".*\\.(?:tar|tar\\.\\w{1,4}|tgz|tbz2?|txz)");
    /** By ending, what writes a file and what writes to the standard output. */
    private static final Map<String, List<String>> UNPACKS = Map.of(
            "gz", List.of("gunzip", "zcat"),
            "xz", List.of("unxz", "xzcat"),
            "bz2", List.of("bunzip2", "bzcat"),
            "zst", List.of("unzstd", "zstdcat"));

    @Override
    public String name() {
        return "archive_tool";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.empty() || context.says().with(WORDS).find(WRONG).isEmpty()) {
            return List.of();
        }
        return command.args().stream()
                .filter(word -> word.literal() && word.value().contains("."))
                .limit(1)
                .flatMap(archive -> mended(context, archive).stream())
                .toList();
    }

    private static Optional<Suggestion> mended(FailureContext context, Word archive) {
        String name = archive.value();
        String tool = context.command().tool();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean extracts = context.command().args().get(0).value().matches("-?[a-zA-Z]*x[a-zA-Z]*|--extract");
        if (tool.equals("tar") && extracts && ending.equals("zip")) {
            return Optional.of(said(context, "unzip", "unzip " + archive.text() + into(context, "-C", " -d ")));
        }
        if (tool.equals("unzip") && TAR.matcher(name).matches()) {
            return Optional.of(said(context, "tar", "tar xf " + archive.text() + into(context, "-d", " -C ")));
        }
        if (ending.equals("zip") && tool.equals("gunzip")) {
            return Optional.of(said(context, "unzip", "unzip " + archive.text()));
        }
        List<String> others = UNPACKS.getOrDefault(ending, List.of());
        return UNPACKS.values().stream()
                .filter(tools -> tools.contains(tool) && !others.isEmpty() && !others.contains(tool))
                .map(tools -> others.get(tools.indexOf(tool)))
                .map(other -> Suggestion.safe(
                        context.mended(Edit.replace(context.command().nameWord(), other)),
                        "By its name it is one for " + other + "."))
                .findFirst();
    }

    /** Where to unpack to, in the other tool's words. */
    private static String into(FailureContext context, String from, String to) {
        List<Word> args = context.command().args();
        return IntStream.range(1, args.size())
                .filter(i -> args.get(i - 1).is(from))
                .mapToObj(i -> to + args.get(i).text())
                .findFirst()
                .orElse("");
    }

    private static Suggestion said(FailureContext context, String tool, String call) {
        SimpleCommand command = context.command();
        int end = command.words().get(command.words().size() - 1).end();
        return Suggestion.safe(
                context.mended(new Edit(command.nameWord().start(), end, call)),
                "By its name it is one for " + tool + ".");
    }
}
