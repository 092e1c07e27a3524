package org.labcast.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.Script;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.model.Correction;

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
        Script script = Script.read(failed.command());
        Printed says = Printed.of(failed);
        List<SimpleCommand> commands = script.readable() ? script.commands() : List.of(SimpleCommand.NONE);
        List<Situation> situations = commands.stream()
                .map(command ->
                        new Situation(failed, script, command, says, Whereabouts.of(script, command, facts), tables))
                .toList();
        List<String> advice = advisers.stream()
                .flatMap(adviser -> situations.stream().flatMap(situation -> ask(adviser, situation)))
                .distinct()
                .limit(MOST)
                .toList();
        return advice.isEmpty()
                ? new Diagnosis(corrections(situations, new RiskGate(failed, script, facts, tables)), List.of())
                : new Diagnosis(List.of(), advice);
    }

    /** The corrections of {@link #diagnose}. */
    public List<Correction> suggest(FailedCommand failed, MachineFacts facts) {
        return diagnose(failed, facts).corrections();
    }

    private List<Correction> corrections(List<Situation> situations, RiskGate gate) {
        Map<String, Correction> found = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> situations.stream().flatMap(situation -> ask(rule, situation, gate)))
                .forEach(correction -> found.putIfAbsent(correction.command(), correction));
        return found.values().stream().limit(MOST).toList();
    }

    private Stream<String> ask(Advice adviser, Situation situation) {
        try {
            return adviser.give(situation).stream();
        } catch (RuntimeException | StackOverflowError e) {
            listener.crashed(adviser.name(), situation.failed(), e);
            return Stream.empty();
        }
    }

    private Stream<Correction> ask(Rule rule, Situation situation, RiskGate gate) {
        try {
            return rule.suggest(situation).stream()
                    .filter(suggestion ->
                            !suggestion.command().equals(situation.failed().command()))
                    .map(suggestion -> gate.judge(rule, situation, suggestion))
                    // Here, where a crash is still this rule's own.
                    .toList()
                    .stream();
        } catch (RuntimeException | StackOverflowError e) {
            listener.crashed(rule.name(), situation.failed(), e);
            return Stream.empty();
        }
    }
}
