package org.labcast.correction.rule.git;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.text.Spelling;

/** An option that git does not know: its usage, which it prints, has one that is spelt nearly so. */
public final class GitOption implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "^(?:error: |fatal: )?(?:unknown (option|switch):?|unrecognized argument:|invalid option:) [`']?(-{0,2}[\\w-]{1,60})");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--(\\[no-\\])?[a-z][\\w-]{1,40}");
    private static final Pattern SWITCH = Pattern.compile("(?<![\\w-])-[A-Za-z](?![\\w-])");
    private static final int MOST = 300;
    /** For log, diff and show, which print no usage; git-log(1) of 2.39. */
    private static final String SHOWS =
            "--abbrev-commit --after --all --author --before --branches --cached --check --cherry-pick --color"
                    + " --compact-summary --date --decorate --diff-filter --dirstat --exit-code --find-renames --first-parent --follow"
                    + " --format --graph --grep --ignore-all-space --ignore-space-change --left-right --max-count --merges --minimal --name-only"
                    + " --name-status --no-color --no-index --no-merges --no-patch --no-renames --numstat --oneline --patch --pretty --quiet"
                    + " --raw --relative --remotes --reverse --shortstat --since --skip --staged --stat --submodule --summary --tags --text"
                    + " --topo-order --unified --until --word-diff";

    @Override
    public String name() {
        return "git_option";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("git", "hub")) {
            return List.of();
        }
        Optional<Matcher> said = context.says().find(UNKNOWN);
        if (said.isEmpty()) {
            return List.of();
        }
        boolean letter = "switch".equals(said.get().group(1));
        String wrong = said.get().group(2);
        return letter ? otherCase(context, wrong) : nearest(context, wrong);
    }

    private static List<Suggestion> nearest(FailureContext context, String said) {
        String wrong = said.startsWith("-") ? said : "--" + said;
        return context.command().args().stream()
                .filter(word ->
                        word.bare() && word.value().replaceFirst("=.*", "").equals(wrong))
                .limit(1)
                .flatMap(word -> {
                    List<String> near = Spelling.nearest(wrong, options(context));
                    Edit name = new Edit(word.start(), word.start() + wrong.length(), "");
                    return near.stream().map(right -> mended(context, name, wrong, right, near.size() == 1));
                })
                .toList();
    }

    /** {@code -A} for {@code -a}. */
    private static List<Suggestion> otherCase(FailureContext context, String wrong) {
        char typed = wrong.charAt(wrong.length() - 1);
        char other = Character.isUpperCase(typed) ? Character.toLowerCase(typed) : Character.toUpperCase(typed);
        boolean known =
                context.says().findAll(SWITCH).anyMatch(option -> option.group().charAt(1) == other);
        return context.command().args().stream()
                .filter(word -> known && word.bare() && word.is("-" + typed))
                .limit(1)
                .map(word -> mended(context, new Edit(word.start(), word.end(), ""), "-" + typed, "-" + other, false))
                .toList();
    }

    private static Suggestion mended(FailureContext context, Edit at, String wrong, String right, boolean sure) {
        return Suggestion.sure(
                sure,
                context.mended(new Edit(at.start(), at.end(), right)),
                "git does not know " + wrong + " here; " + right + " is nearest.");
    }

    private static Set<String> options(FailureContext context) {
        Set<String> options = new TreeSet<>();
        boolean usage = context.says().lines().stream().anyMatch(line -> line.startsWith("usage: "));
        Stream<String> lines = usage
                ? context.says().lines().stream()
                        .filter(line -> !UNKNOWN.matcher(line).find())
                : Stream.of(SHOWS);
        lines.flatMap(line -> OPTION.matcher(line).results())
                .map(option -> option.group().replace("[no-]", ""))
                .limit(MOST)
                .forEach(options::add);
        return options;
    }
}
