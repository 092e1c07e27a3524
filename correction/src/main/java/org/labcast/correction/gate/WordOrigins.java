package org.labcast.correction.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.effect.OperandKind;
import org.labcast.correction.effect.Part;
import org.labcast.correction.effect.Reading;
import org.labcast.correction.effect.SystemPaths;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/**
 * Whether the words of a corrected command all come from the failed one, from our own tables, or are what one of its words was
 * mistyped for.
 */
final class WordOrigins {
    private static final int MOST_SLIPS = 3;
    private static final String SYSTEM_PROGRAM = "/(?:usr/)?s?bin/";
    /** Nobody reads along on the way to the machine itself. */
    private static final Pattern LOCAL = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?:[:/].*)?");

    private static final Pattern AUTHORITY = Pattern.compile("(https?://|)([a-z0-9-]+)((?:[:/].*)?)");

    private static final String ZONES = "/usr/share/zoneinfo/";

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");
    private static final Set<String> SERVICE_VERBS =
            Set.of("start", "stop", "restart", "reload", "force-reload", "status", "try-restart", "condrestart");

    private static final Set<String> PROMPTS = Set.of("$", "%", ">", "#");

    private final EffectTables tables;
    private final MachineFacts facts;
    private final LineEffect effects;

    WordOrigins(EffectTables tables, MachineFacts facts, LineEffect effects) {
        this.tables = tables;
        this.facts = facts;
        this.effects = effects;
    }

    /**
     * Why the change is not proven; nothing when it is.
     *
     * @param looks whether the corrected command only looks, so that more than one slip does no harm
     */
    Optional<String> objection(SimpleCommand from, SimpleCommand to, boolean looks) {
        Reading reading = effects.reading(to);
        if (!reading.known()) {
            return Optional.of("it is not in the effect tables");
        }
        return new Comparison(from, to, reading, looks).objection();
    }

    private final class Comparison {
        private final List<Word> from;
        private final List<Word> to;
        private final Reading reading;
        private final boolean looks;
        private final String tool;

        Comparison(SimpleCommand from, SimpleCommand to, Reading reading, boolean looks) {
            this.from = from.words();
            this.to = to.words();
            this.reading = reading;
            this.looks = looks;
            this.tool = to.tool();
        }

        Optional<String> objection() {
            List<String> before = Prover.values(from);
            List<String> after = Prover.values(to);
            if (before.equals(after)) {
                return quoting();
            }
            if (isEquivalent()) {
                return Optional.empty();
            }
            int start = 0;
            while (start < Math.min(before.size(), after.size())
                    && before.get(start).equals(after.get(start))) {
                start++;
            }
            int end = 0;
            while (end < Math.min(before.size(), after.size()) - start
                    && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
                end++;
            }
            List<String> gone = before.subList(start, before.size() - end);
            List<Word> come = to.subList(start, after.size() - end);
            if (gone.isEmpty()) {
                return added(come);
            }
            if (come.isEmpty()) {
                return removed(gone, start, before);
            }
            if (isPrivate(gone, come)) {
                return Optional.empty();
            }
            if (sorted(gone).equals(sorted(Prover.values(come)))) {
                return reordered(before, after);
            }
            if ((looks || isDescription(gone, come)) && isOneValue(gone, come)) {
                return Optional.empty();
            }
            if (isSplit(gone, Prover.values(come))) {
                return split(gone, come);
            }
            return gone.size() == come.size()
                    ? replaced(gone, come)
                    : looks ? mixed(gone, come) : Optional.of("more than one slip would be put right");
        }

        /** Words that are the same, and written otherwise. */
        private Optional<String> quoting() {
            return looks ? Optional.empty() : Optional.of("only the quoting is changed");
        }

        private Part part(Word word) {
            return reading.parts().stream()
                    .filter(part -> part.word().start() == word.start())
                    .findFirst()
                    .orElseGet(() -> new Part(word, Part.Role.VALUE, OperandKind.PATH));
        }

        private boolean isInTable(Part part) {
            return switch (part.role()) {
                case TOOL, VERB -> true;
                // A value in the same word is no word of ours; letters were read one by one.
                case OPTION -> isOurs(part.word().value());
                case VALUE, OPERAND -> false;
            };
        }

        private boolean isOurs(String option) {
            return option.matches("-[A-Za-z0-9]{1,6}")
                    || tables.longOptions(tool).contains(option);
        }

        private Optional<String> added(List<Word> come) {
            for (Word word : come) {
                Part part = part(word);
                String value = word.value();
                boolean lockWait = value.matches("-o|(?i:DPkg::Lock::Timeout=\\d{1,4})");
                boolean here = looks && value.equals(".") && part.role() == Part.Role.OPERAND;
                boolean option = part.role() == Part.Role.OPTION && isInTable(part);
                boolean verb = part.role() == Part.Role.VERB && looks;
                if (!(lockWait || here || option || verb)) {
                    return Optional.of("'" + value + "' is a new word");
                }
            }
            return Optional.empty();
        }

        private Optional<String> removed(List<String> gone, int start, List<String> before) {
            int size = gone.size();
            boolean behind =
                    start >= size && before.subList(start - size, start).equals(gone);
            boolean ahead = start + 2 * size <= before.size()
                    && before.subList(start + size, start + 2 * size).equals(gone);
            boolean repeated = behind || ahead;
            boolean lessPower = gone.equals(List.of("sudo")) || gone.equals(List.of("doas"));
            boolean prompt = start == 0 && gone.size() == 1 && PROMPTS.contains(gone.get(0));
            return looks || repeated || lessPower || prompt
                    ? Optional.empty()
                    : Optional.of("'" + String.join(" ", gone) + "' would be left out");
        }

        private boolean isEquivalent() {
            int skip = 0;
            while (skip < Math.min(from.size(), to.size())
                    && LineEffect.isWrapper(from.get(skip).value())
                    && from.get(skip).text().equals(to.get(skip).text())) {
                skip++;
            }
            List<Word> mine = from.subList(skip, from.size());
            List<Word> its = to.subList(skip, to.size());
            return Equivalents.are(String.join(" ", Prover.texts(mine)), String.join(" ", Prover.texts(its)))
                    && hasPackages();
        }

        /** Whether what it would install is in this machine's repositories, and no product that has the name elsewhere. */
        private boolean hasPackages() {
            return reading.parts().stream()
                    .filter(part -> part.kind() == OperandKind.PACKAGE)
                    .filter(part -> part.role() == Part.Role.OPERAND && !looks)
                    .map(part -> part.word().value())
                    .allMatch(name -> facts.names(NameKind.PACKAGES).contains(name) && !Likeness.isForeign(name));
        }

        /** The same program by its path in the system's own folders. */
        private boolean isPrivate(List<String> gone, List<Word> come) {
            return gone.size() == 1
                    && come.size() == 1
                    && part(come.get(0)).role() == Part.Role.TOOL
                    && come.get(0).value().matches(SYSTEM_PROGRAM + Pattern.quote(gone.get(0)));
        }

        /** Options and verbs may go where they belong; what is acted on keeps its order. */
        private Optional<String> reordered(List<String> before, List<String> after) {
            List<String> targets = new ArrayList<>();
            for (Part part : reading.parts()) {
                boolean target = part.role() == Part.Role.OPERAND || part.role() == Part.Role.VALUE;
                if (target && part.kind() != OperandKind.SERVICE_VERB) {
                    targets.add(part.word().value());
                }
            }
            List<String> were = before.stream().filter(targets::contains).toList();
            List<String> are = after.stream().filter(targets::contains).toList();
            return looks || were.equals(are)
                    ? Optional.empty()
                    : Optional.of("the order of what it acts on is changed");
        }

        /** Its own words, in quotes that make one value of them. */
        private boolean isOneValue(List<String> gone, List<Word> come) {
            return come.size() == 1
                    && gone.size() > 1
                    && come.get(0).value().equals(String.join(" ", gone))
                    && part(come.get(0)).role() != Part.Role.TOOL;
        }

        /** The value of an option that is text to the tool: it names nothing, so no other target can come of it. */
        private boolean isDescription(List<String> gone, List<Word> come) {
            if (come.size() != 1 || !come.get(0).literal()) {
                return false;
            }
            Part part = part(come.get(0));
            return part.role() == Part.Role.VALUE
                    && part.kind() == OperandKind.TEXT
                    && gone.stream().noneMatch(word -> word.startsWith("-") || word.contains("/"));
        }

        private boolean isSplit(List<String> gone, List<String> come) {
            return gone.size() != come.size() && joined(gone).equals(joined(come));
        }

        private static String joined(List<String> words) {
            return String.join("", words).replaceAll("[-=]", "");
        }

        /** Its own letters, cut or joined at another place; with a dash more or less only where all of it is a language of ours. */
        private Optional<String> split(List<String> gone, List<Word> come) {
            boolean known = come.stream().map(this::part).allMatch(this::isInTable);
            boolean same = String.join("", gone).equals(String.join("", Prover.values(come)));
            return known || (looks && same) ? Optional.empty() : Optional.of("what it acts on is cut in another way");
        }

        private Optional<String> replaced(List<String> gone, List<Word> come) {
            int slips = 0;
            for (int i = 0; i < gone.size(); i++) {
                if (gone.get(i).equals(come.get(i).value())) {
                    continue;
                }
                slips++;
                Optional<String> objection = replaced(gone.get(i), come.get(i));
                if (objection.isPresent()) {
                    return objection;
                }
            }
            return slips <= (looks ? MOST_SLIPS : 1)
                    ? Optional.empty()
                    : Optional.of("more than one slip would be put right");
        }

        /** Words of a command that looks: each is one of its own, one of our tables, or a mistyped one. */
        private Optional<String> mixed(List<String> gone, List<Word> come) {
            for (Word word : come) {
                Part part = part(word);
                boolean own =
                        gone.contains(word.value()) || gone.stream().anyMatch(one -> sameLetters(one, word.value()));
                boolean near = gone.stream().anyMatch(one -> replaced(one, word).isEmpty());
                boolean table = isInTable(part) && part.role() != Part.Role.TOOL;
                if (!own && !near && !table) {
                    return Optional.of("'" + word.value() + "' is a new word");
                }
            }
            return Optional.empty();
        }

        private Optional<String> replaced(String typed, Word with) {
            String name = with.value();
            if (!Likeness.isPlain(typed, name)) {
                return Optional.of("'" + name + "' holds characters that may look like others");
            }
            if (isSudo(typed, with)) {
                return Optional.empty();
            }
            Part part = part(with);
            boolean proven = switch (part.role()) {
                case TOOL -> isTool(typed, name) || (looks && Containers.isSmallerShell(typed, name));
                case VERB -> isVerb(typed, name);
                case OPTION -> isOption(typed, part);
                case VALUE, OPERAND -> isTarget(typed, part);
            };
            return proven
                    ? Optional.empty()
                    : Optional.of("it is not proven that '" + name + "' was meant by '" + typed + "'");
        }

        /** Root's rights were asked for, and misspelt. */
        private boolean isSudo(String typed, Word with) {
            return with.is("sudo")
                    && with.start() == to.get(0).start()
                    && part(with).role() != Part.Role.TOOL
                    && Likeness.isOneSlip(typed, "sudo", tables.tools());
        }

        private boolean isTool(String typed, String name) {
            Set<String> vocabulary = new TreeSet<>(facts.names(NameKind.EXECUTABLES));
            vocabulary.addAll(tables.tools());
            String folder = name.startsWith("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
            if (!folder.isEmpty() && !typed.startsWith(folder)) {
                return false;
            }
            String mine = typed.substring(folder.length());
            String its = name.substring(folder.length());
            boolean capitals = mine.equalsIgnoreCase(its) && tables.knows(its) && !vocabulary.contains(mine);
            return capitals || isNear(mine, its, vocabulary);
        }

        private boolean isVerb(String typed, String name) {
            Set<String> vocabulary = new TreeSet<>();
            for (int at = 0; at < 3; at++) {
                Set<String> verbs = tables.verbs(tool, at);
                if (verbs.contains(name)) {
                    vocabulary.addAll(verbs);
                }
            }
            boolean slip = looks && Spelling.isOneSlip(typed, name) && !Likeness.isOtherWord(typed, name);
            return isNear(typed, name, vocabulary) || (slip && !vocabulary.contains(typed));
        }

        private boolean isNear(String typed, String name, Set<String> vocabulary) {
            return looks
                    ? Likeness.isNearestWord(typed, name, vocabulary)
                    : Likeness.isOneSlip(typed, name, vocabulary);
        }

        private boolean isOption(String typed, Part part) {
            String name = part.word().value();
            String mine = typed.replace('\u2013', '-').replace('\u2014', '-');
            if (bare(mine).equals(bare(name)) && mine.startsWith("-") && isOurs(name.replaceFirst("=.*", ""))) {
                return true;
            }
            if (looks && isInTable(part)) {
                return mine.startsWith("-") || name.contains(mine);
            }
            if (tool.equals("tar") && !name.startsWith("--")) {
                boolean archiveLast = name.endsWith("f") && letterSet(mine).equals(letterSet(name));
                return archiveLast || compression(mine).equals(compression(name));
            }
            String[] my = mine.split("=", 2);
            String[] its = name.split("=", 2);
            if (my.length != its.length || !name.startsWith("--")) {
                return looks && isOurs(its[0]) && letters(mine).equals(letters(name));
            }
            Set<String> options = tables.longOptions(tool);
            boolean sameName = my[0].equals(its[0]) || (options.contains(its[0]) && isNear(my[0], its[0], options));
            boolean sameValue = its.length == 1
                    || my[1].equals(its[1])
                    || (looks && !its[1].contains("/") && Likeness.isOneSlip(my[1], its[1], Set.of()));
            return sameName && sameValue && !(its.length == 2 && !my[0].equals(its[0]) && !my[1].equals(its[1]));
        }

        private static String bare(String option) {
            return option.replaceFirst("^-+", "");
        }

        private static List<String> letterSet(String cluster) {
            return List.of(cluster.split("")).stream().sorted().toList();
        }

        private static String compression(String cluster) {
            return cluster.replaceAll("[zjJ-]", "");
        }

        private boolean isTarget(String typed, Part part) {
            String name = part.word().value();
            if (!part.word().literal() && !looks) {
                return false;
            }
            if (name.startsWith("-") && !typed.startsWith("-")) {
                return false;
            }
            if (looks && (isSameText(typed, name, part.kind()) || isCut(typed, part))) {
                return true;
            }
            if (looks && part.kind() == OperandKind.URL && isLocalPlain(typed, name)) {
                return true;
            }
            if (looks) {
                return isLookedAt(typed, part);
            }
            return switch (part.kind()) {
                case UNIT -> Likeness.isUnit(typed, name, facts.names(NameKind.UNITS));
                case PACKAGE -> Likeness.isPackage(typed, name, facts.names(NameKind.PACKAGES));
                case GOAL -> !name.equals("clean") && Likeness.isOneSlip(typed, name, OperandKind.goals());
                case SERVICE_VERB -> Likeness.isOneSlip(typed, name, SERVICE_VERBS);
                case BRANCH -> Likeness.isBranch(typed, name);
                case ZONE -> isZone(typed, name);
                default -> false;
            };
        }

        /** The one zone that differs in a slip of its last part. */
        private boolean isZone(String typed, String name) {
            if (typed.equalsIgnoreCase(name) && facts.path(ZONES + name) == PathKind.FILE) {
                return facts.path(ZONES + typed) == PathKind.ABSENT;
            }
            String region = name.substring(0, name.lastIndexOf('/') + 1);
            String mine = typed.substring(Math.min(region.length(), typed.length()));
            return !region.isEmpty()
                    && typed.startsWith(region)
                    && !mine.contains("/")
                    && facts.path(ZONES + typed) == PathKind.ABSENT
                    && facts.path(ZONES + name) == PathKind.FILE
                    && Likeness.isOneSlip(mine, name.substring(region.length()), facts.entries(ZONES + region));
        }

        /** Towards the machine itself nobody listens in. */
        private static boolean isLocalPlain(String typed, String name) {
            return name.matches("http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?:[:/].*)?")
                    && typed.equals(name.replaceFirst("^http", "https"));
        }

        /** The beginning of the value of an option, which names nothing: {@code -type f} for {@code -type file}. */
        private static boolean isCut(String typed, Part part) {
            boolean value = part.role() == Part.Role.VALUE
                    && (part.kind() == OperandKind.TEXT || part.kind() == OperandKind.NUMBER);
            return value
                    && typed.startsWith(part.word().value())
                    && !typed.contains("/")
                    && typed.matches("[\\w+-]{2,12}");
        }

        /** A bracket or a quote more in what is no name. */
        private static boolean isSameText(String typed, String name, OperandKind kind) {
            return switch (kind) {
                case SED, AWK, FORMAT ->
                    letters(typed).replace("/", "").equals(letters(name).replace("/", ""))
                            || (kind == OperandKind.SED && name.equals(typed + "p"));
                case TEXT -> !name.contains("/") && letters(typed).equals(letters(name));
                default -> false;
            };
        }

        /** What is only looked at may be the nearest name; a file only where nobody else can put one of a near name. */
        private boolean isLookedAt(String typed, Part part) {
            String name = part.word().value();
            if (part.kind() == OperandKind.URL) {
                boolean local = LOCAL.matcher(name).matches() && typed.equals(name.replaceFirst("http", "https"));
                return local || isSchemeMistyped(typed, name) || isLocalHost(typed, name);
            }
            boolean file = part.kind() == OperandKind.PATH
                    || part.kind() == OperandKind.NEW
                    || name.contains("/")
                    || facts.path(name) != PathKind.ABSENT;
            if (file && part.kind() != OperandKind.UNIT && part.kind() != OperandKind.PACKAGE) {
                return facts.path(name) != PathKind.ABSENT
                        && facts.isGuarded(name)
                        && facts.path(typed) == PathKind.ABSENT
                        && isNearPath(typed, name);
            }
            if (part.kind() == OperandKind.HOST) {
                return name.equals("localhost") && Likeness.isNearest(typed, name, Set.of());
            }
            Set<String> known = names(part.kind());
            return known.contains(name)
                    ? Likeness.isNearest(typed, name, known)
                    : Likeness.isOneSlip(typed, name, known);
        }

        /** {@code http://localhots/}: no other machine can have that name, since it has no domain. */
        private static boolean isLocalHost(String typed, String name) {
            Matcher mine = AUTHORITY.matcher(typed);
            Matcher its = AUTHORITY.matcher(name);
            return mine.matches()
                    && its.matches()
                    && its.group(2).equals("localhost")
                    && mine.group(1).equals(its.group(1))
                    && mine.group(3).equals(its.group(3))
                    && Likeness.isNearest(mine.group(2), "localhost", Set.of());
        }

        private static boolean isSchemeMistyped(String typed, String name) {
            int at = name.indexOf("://");
            int mine = typed.indexOf(':');
            return at > 0
                    && mine > 0
                    && typed.substring(mine + 1).replaceFirst("^/*", "").equals(name.substring(at + 3))
                    && Likeness.isNearestWord(typed.substring(0, mine), name.substring(0, at), SCHEMES);
        }

        private Set<String> names(OperandKind kind) {
            return switch (kind) {
                case UNIT -> facts.names(NameKind.UNITS);
                case PACKAGE -> facts.names(NameKind.PACKAGES);
                case USER -> facts.names(NameKind.USERS);
                case GROUP -> facts.names(NameKind.GROUPS);
                default -> Set.of();
            };
        }

        /** One part differs, and is the nearest of its folder. */
        private boolean isNearPath(String typed, String name) {
            String[] mine = typed.split("/", -1);
            String[] its = name.split("/", -1);
            if (mine.length != its.length) {
                return false;
            }
            int differing = 0;
            StringBuilder folder = new StringBuilder();
            for (int i = 0; i < mine.length; i++) {
                if (!mine[i].equals(its[i])) {
                    differing++;
                    Set<String> siblings = facts.entries(folder.isEmpty() ? "." : folder.toString());
                    if (!Likeness.isNearest(mine[i], its[i], siblings)) {
                        return false;
                    }
                }
                folder.append(its[i]).append('/');
            }
            return differing == 1
                    && !SystemPaths.isGuarded(name.replaceFirst("^/(?:etc|usr|lib)/.*|^/proc/[a-z]{5,}$", "x"));
        }
    }

    private static boolean sameLetters(String a, String b) {
        return letters(a).equals(letters(b)) && !letters(a).isEmpty();
    }

    /** Of a word, without what punctuation can be left out or doubled. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}/]", "");
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }
}
