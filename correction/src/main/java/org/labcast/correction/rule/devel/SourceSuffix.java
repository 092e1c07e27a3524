package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A source file without its suffix, as {@code python foo}; or with it where a class is wanted, {@code java Foo.java} before Java 11. */
public final class SourceSuffix implements Rule {
    private static final Map<String, String> SUFFIXES = Map.of(
            "python", ".py", "python2", ".py", "python3", ".py", "ruby", ".rb", "perl", ".pl", "javac", ".java", "go",
            ".go");
    private static final Pattern NO_FILE = Pattern.compile(
            "can't open file '|No such file or directory -- |Can't open perl script|no go files listed|cannot find package|is not in std"
                    + "|Class names, '[^']+', are only accepted|Could not find or load main class \\S+\\.java");

    @Override
    public String name() {
        return "source_suffix";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        boolean java = situation.runs("java");
        String suffix = SUFFIXES.getOrDefault(situation.command().tool(), "");
        boolean source = java || !suffix.isEmpty();
        if (!source
                || !(situation.nothingSaid() || situation.says().find(NO_FILE).isPresent())) {
            return List.of();
        }
        if (java) {
            return first(situation).filter(word -> word.value().endsWith(".java")).stream()
                    .map(word -> withoutSuffix(situation, word))
                    .toList();
        }
        return first(situation)
                .filter(word -> !word.value().endsWith(suffix))
                .filter(word -> situation.facts().path(word.value()) == PathKind.ABSENT)
                .stream()
                .map(word -> withSuffix(situation, word, suffix))
                .toList();
    }

    /** The source: the first argument, behind {@code go run}; options such as {@code -m} would give it another meaning. */
    private static Optional<Word> first(Situation situation) {
        List<Word> args = situation.command().args();
        boolean run = situation.runs("go");
        if (args.isEmpty() || (run && (args.size() < 2 || !args.get(0).is("run")))) {
            return Optional.empty();
        }
        Word word = args.get(run ? 1 : 0);
        return word.option() || !word.bare() || word.value().endsWith("/") ? Optional.empty() : Optional.of(word);
    }

    private static Suggestion withSuffix(Situation situation, Word word, String suffix) {
        String file = word.value() + suffix;
        boolean there = situation.facts().path(file) == PathKind.FILE;
        return Suggestion.sure(
                there,
                situation.mended(Edit.replace(word, file)),
                "There is no " + word.value() + (there ? ", but " + file + "." : "; " + file + " may be meant."));
    }

    private static Suggestion withoutSuffix(Situation situation, Word word) {
        String type = word.value().replaceFirst("\\.java$", "");
        boolean there = situation.facts().path(type + ".class") == PathKind.FILE;
        return Suggestion.sure(
                there,
                situation.mended(Edit.replace(word, type)),
                "This java wants the name of a class, not of its file.");
    }
}
