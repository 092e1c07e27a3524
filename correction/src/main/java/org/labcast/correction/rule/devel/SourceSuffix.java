package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A source file without its suffix, as {@code python foo}; or with it where a class is wanted, {@code java Foo.java} before Java 11. */
public final class SourceSuffix implements Rule {
    private static final Map<String, String> SUFFIXES = Map.of(
            "python", ".py", "python2", ".py", "python3", ".py", "ruby", ".rb", "perl", ".pl", "javac", ".java", "go",
            ".go");
    /** java(1), javac(1), go help build: options whose value is a word of its own. */
    private static final Set<String> VALUED = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "-d",
            "-sourcepath",
            "--source-path",
            "--release",
            "-source",
            "-target",
            "-encoding",
            "-tags",
            "-ldflags",
            "-gcflags",
            "-mod",
            "-exec");

    private static final Pattern NO_FILE = Pattern.compile(
            "can't open file '|No such file or directory -- |Can't open perl script|no go files listed|cannot find package|is not in (?:std|GOROOT)\\b"
                    + "|Class names, '[^']+', are only accepted|Could not find or load main class \\S+\\.java");

    @Override
    public String name() {
        return "source_suffix";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean java = context.runs("java");
        String suffix = SUFFIXES.getOrDefault(context.command().tool(), "");
        boolean source = java || !suffix.isEmpty();
        if (!source || !(context.nothingSaid() || context.says().find(NO_FILE).isPresent())) {
            return List.of();
        }
        if (java) {
            return first(context).filter(word -> word.value().endsWith(".java")).stream()
                    .map(word -> withoutSuffix(context, word))
                    .toList();
        }
        return first(context)
                .filter(word -> !word.value().endsWith(suffix))
                .filter(word -> context.facts().path(word.value()) == PathKind.ABSENT)
                .stream()
                .map(word -> withSuffix(context, word, suffix))
                .toList();
    }

    /** The source: the first argument, behind {@code go run}; options such as {@code -m} would give it another meaning. */
    private static Optional<Word> first(FailureContext context) {
        List<Word> args = context.command().args();
        boolean run = context.runs("go");
        if (run && (args.isEmpty() || !args.get(0).is("run"))) {
            return Optional.empty();
        }
        int at = run ? 1 : 0;
        while (at < args.size() && passed(context, args.get(at))) {
            at += VALUED.contains(args.get(at).value()) ? 2 : 1;
        }
        return args.stream()
                .skip(at)
                .limit(1)
                .filter(word -> !word.option() && word.bare() && !word.value().endsWith("/"))
                .findFirst();
    }

    /** Options of the compilers that leave what follows its meaning. */
    private static boolean passed(FailureContext context, Word word) {
        return word.option()
                && context.runs("java", "javac", "go")
                && !word.value().matches("-jar|-m|--module");
    }

    private static Suggestion withSuffix(FailureContext context, Word word, String suffix) {
        String file = word.value() + suffix;
        boolean there = context.facts().path(file) == PathKind.FILE;
        return Suggestion.sure(
                there,
                context.mended(Edit.replace(word, file)),
                "There is no " + word.value() + (there ? ", but " + file + "." : "; " + file + " may be meant."));
    }

    private static Suggestion withoutSuffix(FailureContext context, Word word) {
        String type = word.value().replaceFirst("\\.java$", "");
        boolean there = context.facts().path(type + ".class") == PathKind.FILE;
        return Suggestion.sure(
                there,
                context.mended(Edit.replace(word, type)),
                "This java wants the name of a class, not of its file.");
    }
}
