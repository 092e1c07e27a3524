package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code find -type file} and {@code find -size +10MB}: find wants one letter (find(1) of findutils 4.9). */
public final class FindValue implements Rule {
    private static final Map<String, String> TYPES = Map.of(
            "file",
            "f",
            "files",
            "f",
            "F",
            "f",
            "dir",
            "d",
            "directory",
            "d",
            "dirs",
            "d",
            "D",
            "d",
            "link",
            "l",
            "symlink",
            "l",
            "socket",
            "s");

    @Override
    public String name() {
        return "find_value";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean refused = context.runs("find")
                && (context.says().contains("arguments to -type")
                        || context.says().contains("argument to -type")
                        || context.says().contains("argument to -xtype")
                        || context.says().contains("to -size")
                        || context.says().contains("invalid -size type")
                        || context.says().contains("time'")
                        || context.says().contains("min'"));
        if (!refused) {
            return List.of();
        }
        List<Word> args = context.command().args();
        boolean looks = !context.command().hasOption("-delete", "-exec", "-execdir", "-ok", "-okdir");
        return IntStream.range(1, args.size())
                .filter(i -> !right(args.get(i - 1).value(), args.get(i).value())
                        .equals(args.get(i).value()))
                .mapToObj(i -> Suggestion.sure(
                        looks,
                        context.mended(Edit.replace(
                                args.get(i),
                                right(args.get(i - 1).value(), args.get(i).value()))),
                        "find writes it "
                                + right(args.get(i - 1).value(), args.get(i).value()) + "."))
                .limit(1)
                .toList();
    }

    private static String right(String option, String value) {
        return switch (option) {
            case "-type", "-xtype" -> TYPES.getOrDefault(value, value);
            case "-size" -> size(value);
            case "-mtime", "-atime", "-ctime" -> value.replaceFirst("^([-+]?\\d{1,6})d$", "$1");
            case "-mmin", "-amin", "-cmin" -> value.replaceFirst("^([-+]?\\d{1,6})m(?:in)?$", "$1");
            default -> value;
        };
    }

    /** Kilobytes have a small letter, the others a capital one. */
    private static String size(String value) {
        if (!value.matches("[-+]?\\d{1,12}(?:K|[kK][bB]|m|[mM][bB]|g|[gG][bB])")) {
            return value;
        }
        String unit = value.replaceAll("[^a-zA-Z]", "").substring(0, 1);
        return value.replaceAll("[a-zA-Z]", "") + (unit.equalsIgnoreCase("k") ? "k" : unit.toUpperCase(Locale.ROOT));
    }
}
