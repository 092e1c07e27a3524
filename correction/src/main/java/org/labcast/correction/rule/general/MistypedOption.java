package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** An option that the tool does not know, and its usage names one that is spelt nearly so. */
public final class MistypedOption implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:unknown predicate|unrecognized option|unrecognised option|unknown option|unknown argument|unknown flag:|unexpected argument"
                    + "|invalid option|unrecognized arguments?:?|no such option:|Unknown option:?)"
                    + " [`'\"\u2018]?(-[\\w-]+)|option (-[\\w-]+): is unknown|(?:^|: )(-[\\w-]+)(?:=[^:]*)?: unknown option|Option \"(-[\\w-]+)\" is unknown"
                    + "|Command line option (--[\\w-]+) is not understood|^Unknown option: ([a-z][\\w-]+)$");
    private static final Pattern LETTER = Pattern.compile("(?:invalid|unknown|illegal) option -- ?'?(\\w)");
    private static final Pattern SENSE = Pattern.compile("Sense ([a-z]{2,20}) is not understood");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of("option", "argument", "predicate");

    private static final Pattern LONG = Pattern.compile("-[a-z][a-z-]{2,}(?:=\\S*)?");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[A-Za-z][\\w-]+");
    private static final int MOST = 500;
    /** In case the machine does not answer; find(1) of findutils 4.9, apt(8), apt-get(8), dpkg(1), ps(1), rsync(1) of 3.2. */
    private static final String FIND =
            "-amin -anewer -atime -cmin -cnewer -ctime -daystart -depth -empty -exec -execdir -executable -follow"
                    + " -fstype -gid -group -iname -inum -ipath -iregex -links -lname -ls -maxdepth -mindepth -mmin -mount -mtime -name -newer"
                    + " -nogroup -noleaf -not -nouser -path -perm -print -print0 -printf -prune -quit -readable -regex -regextype -samefile -size"
                    + " -type -uid -user -wholename -writable -xdev -xtype";

    private static final String APT =
            "--all-versions --allow-downgrades --assume-no --assume-yes --download-only --dry-run"
                    + " --fix-broken --fix-missing --installed --manual-installed --no-install-recommends --no-upgrade --only-upgrade"
                    + " --quiet --reinstall --simulate --upgradable --with-new-pkgs --yes";
    private static final String DPKG =
            "--audit --compare-versions --configure --contents --get-selections --info --install --list"
                    + " --listfiles --print-architecture --print-avail --search --set-selections --status --verify";
    private static final String PS =
            "--columns --cumulative --deselect --forest --format --group --headers --lines --no-headers"
                    + " --pid --ppid --quick-pid --rows --sort --tty --user --width";
    private static final String RSYNC =
            "--acls --append --archive --backup --backup-dir --block-size --bwlimit --checksum --chmod --chown --compare-dest"
                    + " --compress --compress-level --copy-dest --copy-links --cvs-exclude --delay-updates --delete --delete-after"
                    + " --delete-before --delete-delay --delete-during --delete-excluded --devices --dirs --dry-run --exclude --exclude-from"
                    + " --executability --existing --files-from --filter --force --from0 --fuzzy --group --hard-links --help"
                    + " --human-readable --iconv --ignore-existing --ignore-times --include --include-from --info --inplace --itemize-changes"
                    + " --link-dest --links --list-only --log-file --max-delete --max-size --min-size --mkpath --modify-window"
                    + " --no-perms --no-owner --no-group --numeric-ids --omit-dir-times --one-file-system --out-format --owner --partial"
                    + " --partial-dir --password-file --perms --port --progress --prune-empty-dirs --quiet --recursive --relative"
                    + " --remove-source-files --rsh --rsync-path --safe-links --size-only --sparse --specials --stats --suffix --super"
                    + " --temp-dir --timeout --times --update --verbose --version --whole-file --xattrs";
    private static final Map<String, String> BY_HEART =
            Map.of("find", FIND, "apt", APT, "apt-get", APT, "dpkg", DPKG, "ps", PS, "rsync", RSYNC);

    @Override
    public String name() {
        return "mistyped_option";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()) {
            return List.of();
        }
        Optional<Matcher> said = context.says().with(WORDS).find(UNKNOWN);
        Optional<Word> wrong = said.flatMap(match -> context.command().args().stream()
                .filter(word -> word.text().replaceFirst("=.*", "").equals(option(match)))
                .findFirst());
        return wrong.or(() -> unnamed(context))
                .or(() -> unsensed(context))
                .map(word -> nearest(context, word))
                .orElseGet(() -> dashes(context));
    }

    /** ps does not say which one. */
    private static Optional<Word> unnamed(FailureContext context) {
        return context.runs("ps") && context.says().contains("unknown gnu long option")
                ? context.command().args().stream()
                        .filter(word -> word.value().startsWith("--")
                                && !options(context).contains(word.value().replaceFirst("=.*", "")))
                        .findFirst()
                : Optional.empty();
    }

    /** apt takes {@code --asume-yes} for an option {@code yes} with the value "asume". */
    private static Optional<Word> unsensed(FailureContext context) {
        return context.says()
                .find(SENSE)
                .flatMap(said -> context.command().args().stream()
                        .filter(word -> word.value().startsWith("--" + said.group(1) + "-"))
                        .findFirst());
    }

    private static String option(Matcher said) {
        // Perl's Getopt::Long leaves the dashes out.
        return said.group(6) != null
                ? "--" + said.group(6)
                : Stream.of(1, 2, 3, 4, 5)
                        .map(said::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("");
    }

    /** {@code wget -spider}: the tool reads letters where a word with two dashes was meant. */
    private static List<Suggestion> dashes(FailureContext context) {
        Optional<String> letter = context.says().with(WORDS).find(LETTER).map(said -> said.group(1));
        return letter.stream()
                .flatMap(unknown -> context.command().args().stream()
                        .filter(word -> LONG.matcher(word.text()).matches()
                                && word.text().contains(unknown)))
                .filter(word -> options(context).contains("-" + word.text().replaceFirst("=.*", "")))
                .limit(1)
                .map(word -> Suggestion.safe(
                        context.mended(new Edit(word.start(), word.start(), "-")),
                        "-" + word.text() + " has two dashes."))
                .toList();
    }

    private static List<Suggestion> nearest(FailureContext context, Word wrong) {
        String option = wrong.value().replaceFirst("=.*", "");
        List<String> near = Spelling.nearest(option, options(context));
        return near.stream()
                .map(name -> {
                    String mended = context.mended(new Edit(wrong.start(), wrong.start() + option.length(), name));
                    String why = context.command().tool() + " does not know " + option + "; " + name + " is nearest.";
                    return Suggestion.sure(near.size() == 1, mended, why);
                })
                .toList();
    }

    private static Set<String> options(FailureContext context) {
        String tool = context.command().tool();
        String usage = context.facts().answer(tool + " --help").orElse("") + " " + BY_HEART.getOrDefault(tool, "");
        Set<String> options = new TreeSet<>();
        Stream.concat(
                        usage.lines(),
                        context.says().lines().stream()
                                .filter(line -> !UNKNOWN.matcher(line).find()))
                .flatMap(line -> OPTION.matcher(line).results())
                .limit(MOST)
                .forEach(match -> options.add(match.group()));
        return options;
    }
}
