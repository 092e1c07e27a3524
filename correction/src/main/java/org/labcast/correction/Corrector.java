package org.labcast.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.model.result.Correction;

/** Asks every rule about a failure and ranks what they say; remembers nothing between two failures. */
public final class Corrector {
    /** More suggestions than this help nobody. */
    static final int MOST = 10;
    /** Longer commands, in characters, are no mistyped ones; reading them would cost more than it mends. */
    static final int LONGEST = 20_000;

    private final List<Advice> advisers;
    private final List<Rule> rules;
    private final EffectTables tables;
    private final RuleFailureListener listener;

    /** With all rules of {@link Rules}. */
    public Corrector(RuleFailureListener listener) {
        this(Rules.ADVICE, Rules.ALL, listener);
    }

    Corrector(List<Rule> rules, RuleFailureListener listener) {
        this(List.of(), rules, listener);
    }

    /** With the effect tables as shipped. */
    public Corrector(List<Advice> advisers, List<Rule> rules, RuleFailureListener listener) {
        this(advisers, rules, EffectTables.shipped(), listener);
    }

    /** @param tables what calls of tools do, by which the gate judges */
    public Corrector(List<Advice> advisers, List<Rule> rules, EffectTables tables, RuleFailureListener listener) {
        this.advisers = List.copyOf(advisers);
        this.rules = List.copyOf(rules);
        this.tables = tables;
        this.listener = listener;
    }

    /**
     * What to run instead, best first: no command twice, never the failed one, at most {@value #MOST}. Where a person must look,
     * advice alone.
     *
     * <p>Ask it only about commands that failed. Never throws because of what it is given.
     */
    public Diagnosis diagnose(FailedCommand failed, MachineFacts facts) {
        if (failed.command().length() > LONGEST) {
            return Diagnosis.NONE;
        }
        ParsedLine line = ParsedLine.read(failed.command());
        ToolOutput says = ToolOutput.of(failed);
        List<SimpleCommand> commands = line.readable() ? line.commands() : List.of(SimpleCommand.NONE);
        List<FailureContext> contexts = commands.stream()
                .map(command -> new FailureContext(
                        failed, line, command, says, EffectiveDirectory.of(line, command, facts), tables))
                .toList();
        List<String> advice = advisers.stream()
                .flatMap(adviser -> contexts.stream().flatMap(context -> ask(adviser, context)))
                .distinct()
                .limit(MOST)
                .toList();
        return advice.isEmpty()
                ? new Diagnosis(corrections(contexts, new RiskGate(failed, line, facts, tables)), List.of())
                : new Diagnosis(List.of(), advice);
    }

    /** The corrections of {@link #diagnose}. */
    public List<Correction> suggest(FailedCommand failed, MachineFacts facts) {
        return diagnose(failed, facts).corrections();
    }

    private List<Correction> corrections(List<FailureContext> contexts, RiskGate gate) {
        Map<String, Correction> found = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> contexts.stream().flatMap(context -> ask(rule, context, gate)))
                .forEach(correction -> found.putIfAbsent(correction.command(), correction));
        return found.values().stream().limit(MOST).toList();
    }

    private Stream<String> ask(Advice adviser, FailureContext context) {
        try {
            return adviser.give(context).stream();
        } catch (RuntimeException | StackOverflowError e) {
            listener.crashed(adviser.name(), context.failed(), e);
            return Stream.empty();
        }
    }

    private Stream<Correction> ask(Rule rule, FailureContext context, RiskGate gate) {
        try {
            return rule.suggest(context).stream()
                    .filter(suggestion ->
                            !suggestion.command().equals(context.failed().command()))
                    .map(suggestion -> gate.judge(rule, context, suggestion))
                    // Here, where a crash is still this rule's own.
                    .toList()
                    .stream();
        } catch (RuntimeException | StackOverflowError e) {
            listener.crashed(rule.name(), context.failed(), e);
            return Stream.empty();
        }
    }
}
