package org.labcast.agent.rules;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;
import org.labcast.text.Printable;

/**
 * The text that replaces what a rule matched, with holes {@code {command.1}} and {@code {output.name}}.
 *
 * <p>A hole for the command takes text that the signer of the job wrote, as it was written. A hole for the output takes text that
 * anybody may have brought about: it becomes one quoted word, or a part of one, never anything that a shell or another interpreter
 * reads as code.
 */
final class ReplacementTemplate {
    private static final int LONGEST = 2_000;
    private static final java.util.regex.Pattern HOLE = java.util.regex.Pattern.compile("\\{(\\w+)\\.(\\w+)\\}");
    /** Would come out of any quotes that it is put into; so it shows holes that quoting would not protect. */
    private static final String PROBE = "hole'%d \"";
    /** What they are given as arguments they may run. */
    private static final Set<String> INTERPRETERS = Set.of(
            ("sh bash dash zsh ksh fish csh tcsh su runuser eval source . exec command builtin trap alias xargs parallel watch"
                            + " ssh chroot script strace flock find awk gawk mawk sed perl python python2 python3 ruby node php lua"
                            + " make busybox systemd-run nsenter unshare at batch crontab pdsh clush ansible expect screen tmux tclsh gdb psql mysql sqlite3 vi vim ed ex")
                    .split(" "));

    private final String text;
    private final List<MatchResult> holes;
    private final boolean compound;

    private ReplacementTemplate(String text, List<MatchResult> holes, boolean compound) {
        this.text = text;
        this.holes = holes;
        this.compound = compound;
    }

    /** Whether it is more than one simple command. */
    boolean compound() {
        return compound;
    }

    private static boolean takesOutput(MatchResult hole) {
        return hole.group(1).equals("output");
    }

    /** Whether something of what the command printed comes into it. */
    boolean takesOutput() {
        return holes.stream().anyMatch(ReplacementTemplate::takesOutput);
    }

    /** The text with its holes filled; nothing when a text from the output is empty or an option, or cannot be shown. */
    Optional<String> fill(MatchedGroups command, MatchedGroups output) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (MatchResult hole : holes) {
            filled.append(text, from, hole.start());
            String value = (takesOutput(hole) ? output : command).get(hole.group(2));
            if (takesOutput(hole) && !isPlain(value, opensWord(hole))) {
                return Optional.empty();
            }
            filled.append(takesOutput(hole) ? Quoting.word(value) : value);
            from = hole.end();
        }
        return Optional.of(filled.append(text.substring(from)).toString());
    }

    /** Quotes and another hole before it may stand for nothing. */
    private boolean opensWord(MatchResult hole) {
        return hole.start() == 0
                || !text.substring(hole.start() - 1, hole.start()).matches("[\\w@%+=:,./-]");
    }

    private static boolean isPlain(String value, boolean opensWord) {
        boolean option = opensWord && value.startsWith("-");
        return !value.isEmpty() && !option && Printable.of(value).equals(value);
    }

    /** @param output the pattern of the output, empty when the rule has none */
    static Optional<ReplacementTemplate> read(
            YamlItem.Text item, Pattern command, Optional<Pattern> output, RuleFaults faults) {
        ReplacementTemplate template = new ReplacementTemplate(
                item.value(),
                HOLE.matcher(item.value()).results().toList(),
                ParsedLine.read(probed(item.value())).commands().size() > 1);
        int before = faults.count();
        template.checkText(item.place(), faults);
        for (MatchResult hole : template.holes) {
            Optional<Pattern> pattern = takesOutput(hole)
                    ? output
                    : Optional.of(command).filter(any -> hole.group(1).equals("command"));
            if (pattern.isEmpty() || !has(pattern.get(), hole.group(2))) {
                faults.add(
                        item.place(),
                        hole.group()
                                + " names no group of this rule's patterns; write {command.0} for all that matched, {command.1}"
                                + " or {output.1} for the first group, {output.NAME} for (?P<NAME>...).");
            }
        }
        if (faults.count() == before) {
            template.checkHoles(item.place(), faults);
        }
        return faults.count() == before ? Optional.of(template) : Optional.empty();
    }

    private static boolean has(Pattern pattern, String group) {
        return pattern.namedGroups().containsKey(group)
                || (group.matches("\\d{1,3}") && Integer.parseInt(group) <= pattern.groupCount());
    }

    private void checkText(Place place, RuleFaults faults) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            faults.add(place, "'replace' is one line of at most " + LONGEST + " characters.");
        }
    }

    /** Every hole must be a word or a part of one, outside quotes and expansions. */
    private void checkHoles(Place place, RuleFaults faults) {
        String probed = probed(text);
        ParsedLine line = ParsedLine.read(probed);
        List<SimpleCommand> commands = line.commands();
        if (!line.readable() || commands.isEmpty()) {
            faults.add(
                    place,
                    "'replace' is no command line: quotes close, and holes such as {command.1} stand outside of quotes.");
        } else if (commands.get(commands.size() - 1).end() != probed.length()) {
            faults.add(place, "'replace' ends with its last word; remove what stands behind it.");
        } else {
            for (int i = 0; i < holes.size(); i++) {
                String probe = PROBE.formatted(i);
                boolean untrusted = takesOutput(holes.get(i));
                if (commands.stream().noneMatch(one -> holds(one, probe, untrusted))) {
                    faults.add(
                            place,
                            holes.get(i).group()
                                    + " stands in a place where it would not be one plain argument; put it outside of"
                                    + " quotes, $( ), redirections and assignments"
                                    + (untrusted
                                            ? ", not as the command's name, and not behind an interpreter such as sh."
                                            : "."));
                }
            }
        }
    }

    private static boolean holds(SimpleCommand command, String probe, boolean untrusted) {
        List<Word> words = command.words();
        boolean interpreted = words.stream().anyMatch(word -> INTERPRETERS.contains(PathText.base(word.value())));
        return words.stream()
                .skip(untrusted ? command.name() + 1L : 0)
                .anyMatch(word -> word.literal() && word.value().contains(probe) && !(untrusted && interpreted));
    }

    private static String probed(String text) {
        StringBuilder probed = new StringBuilder();
        java.util.regex.Matcher matcher = HOLE.matcher(text);
        for (int i = 0; matcher.find(); i++) {
            String probe = Quoting.word(PROBE.formatted(i));
            matcher.appendReplacement(probed, java.util.regex.Matcher.quoteReplacement(probe));
        }
        return matcher.appendTail(probed).toString();
    }
}
