package org.labcast.agent.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Machine;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.model.result.Risk;

/**
 * A rule that was read from a file.
 *
 * @param place where it begins in its file
 * @param when what it looks at
 * @param why one sentence for the reader of the report
 */
record LabRule(
        String name, Place place, When when, ReplacementTemplate replace, String why, Risk risk, List<Example> examples)
        implements Rule {
    private static final Set<String> SEQUENCE = Set.of("", ";", "&&");

    /**
     * A symptom.
     *
     * @param begins of the command's name, so that most rules are passed over at once; may be empty
     * @param command see {@link Patterns#command}
     * @param exits codes, empty for any
     * @param output see {@link Patterns#line}; empty when the output does not matter
     * @param os empty for any
     * @param packageManagers empty for any
     */
    record When(
            String begins,
            Pattern command,
            Set<Integer> exits,
            Optional<Pattern> output,
            Set<String> os,
            Set<String> packageManagers) {}

    /** Rule files are root's or the agent's, and nobody else may write to them; what a command printed is nobody's word. */
    @Override
    public boolean vouched() {
        return !replace.takesOutput();
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        int exit = context.failed().exitCode();
        if (context.command().empty()
                || !context.command().nameWord().text().startsWith(when.begins)
                || !(when.exits.isEmpty() || when.exits.contains(exit))) {
            return List.of();
        }
        return CommandWords.of(context.command())
                .match(when.command)
                .filter(match -> !replace.compound() || standsInSequence(context))
                .flatMap(match -> said(context)
                        .filter(output -> fits(context))
                        .flatMap(output -> replace.fill(match.groups(), output))
                        .map(text -> context.mended(match.replacedBy(text))))
                .map(command -> new Suggestion(command, why, risk))
                .stream()
                .toList();
    }

    /** The groups of the first line that the pattern is found in; none, but present, when the output does not matter. */
    private Optional<MatchedGroups> said(FailureContext context) {
        return when.output
                .map(pattern -> context.says().lines().stream()
                        .map(pattern::matcher)
                        .filter(Matcher::find)
                        .findFirst()
                        .map(matcher -> MatchedGroups.of(matcher, matcher.group())))
                .orElse(Optional.of(MatchedGroups.NONE));
    }

    /** Asked last: what the machine is may cost a look at it. */
    private boolean fits(FailureContext context) {
        if (when.os.isEmpty() && when.packageManagers.isEmpty()) {
            return true;
        }
        Machine machine = context.facts().machine();
        return (when.os.isEmpty() || when.os.contains(machine.os()))
                && (when.packageManagers.isEmpty() || when.packageManagers.contains(machine.packageManager()));
    }

    /** Whether several commands can take the place of this one: no sudo, pipe or {@code ||} would get hold of the first alone. */
    private static boolean standsInSequence(FailureContext context) {
        return context.command().name() == 0
                && context.command().assignments().isEmpty()
                && !context.script().structured()
                && context.script().commands().stream().allMatch(one -> SEQUENCE.contains(one.joint()));
    }
}
