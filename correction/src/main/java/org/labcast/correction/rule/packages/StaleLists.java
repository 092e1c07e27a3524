package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** The machine's lists of packages are older than the archive, or it has none yet: they are fetched first. */
public final class StaleLists implements Rule {
    private static final Pattern GONE =
            Pattern.compile("^E: Unable to fetch some archives, maybe run apt(?:-get)? update"
                    + "|^E: Failed to fetch .* 404 {1,2}Not Found");
    private static final Pattern DNF_GONE = Pattern.compile("Status code: 404 for |HTTP Error 404");
    private static final Pattern ZYPPER_GONE = Pattern.compile("^File '.*' not found on medium");
    private static final Pattern PACMAN_NONE =
            Pattern.compile("^warning: database file for '.*' does not exist \\(use '-Sy' to download\\)");
    private static final Pattern PACMAN_GONE =
            Pattern.compile("^error: failed retrieving file '.*\\.pkg\\.tar.* returned error: 404");
    private static final String LISTS = "/var/lib/apt/lists";

    @Override
    public String name() {
        return "stale_lists";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (Family.of(context.command().tool()).isEmpty() || refreshes(context)) {
            return List.of();
        }
        return switch (Family.of(context.command().tool()).orElseThrow()) {
            case APT -> when(said(context, GONE) || unknown(context), context, "apt-get update");
            case APK -> when(unknown(context), context, "apk update");
            case ZYPPER -> when(said(context, ZYPPER_GONE), context, "zypper -n refresh");
            case DNF ->
                context.runs("dnf", "dnf5") && said(context, DNF_GONE)
                        ? List.of(fresh(
                                context.mended(Edit.after(context.command().nameWord(), "--refresh"))))
                        : List.of();
            // New lists and old packages do not go together on a rolling distribution, so all of it would have to be
            // upgraded.
            case PACMAN ->
                said(context, PACMAN_GONE)
                        ? List.of(Suggestion.risky(
                                context.preceded(context.command().raised("pacman -Syu --noconfirm")),
                                "The lists name packages that are gone; new lists want the whole machine upgraded."))
                        : when(said(context, PACMAN_NONE), context, "pacman -Sy");
        };
    }

    /** Whether this very line has just fetched them. */
    private static boolean refreshes(FailureContext context) {
        return context.script().commands().stream()
                .filter(command -> Family.of(command.tool()).isPresent())
                .flatMap(command -> command.args().stream())
                .anyMatch(word ->
                        word.is("update") || word.is("refresh") || word.value().matches("-Sy+u*|--refresh"));
    }

    private static boolean said(FailureContext context, Pattern pattern) {
        return context.says().find(pattern).isPresent();
    }

    /** A package is unknown although it does not look mistyped, or all of them are. */
    private static boolean unknown(FailureContext context) {
        List<Word> unknown = UnknownPackages.of(context);
        return !unknown.isEmpty() && (noLists(context) || unknown.stream().noneMatch(word -> near(context, word)));
    }

    private static boolean near(FailureContext context, Word word) {
        return !Spelling.nearest(word.value(), context.facts().names(NameKind.PACKAGES))
                .isEmpty();
    }

    /** Images of containers come without them. */
    static boolean noLists(FailureContext context) {
        return context.facts().path(LISTS) == PathKind.DIRECTORY
                && context.facts().entries(LISTS).stream().noneMatch(name -> name.contains("_Packages"));
    }

    private static List<Suggestion> when(boolean stale, FailureContext context, String call) {
        return stale ? List.of(fresh(context.preceded(context.command().raised(call)))) : List.of();
    }

    private static Suggestion fresh(String mended) {
        return Suggestion.safe(mended, "The lists of packages may be out of date; this fetches them first.");
    }
}
