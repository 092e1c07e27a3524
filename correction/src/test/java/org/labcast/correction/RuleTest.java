package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/** What a test of one rule says: a failed command, and what the rule alone makes of it. */
public abstract class RuleTest {
    protected final FakeMachine machine = new FakeMachine();
    private final Rule rule;
    private final Corrector corrector;
    /** All rules and all advice: what one of them says must not silence another. */
    private final Corrector together = new Corrector((name, on, cause) -> {
        throw new AssertionError(name + " crashed on " + on, cause);
    });

    protected RuleTest(Rule rule) {
        this.rule = rule;
        corrector = new Corrector(List.of(rule), (name, on, cause) -> {
            throw new AssertionError(name + " crashed on " + on, cause);
        });
    }

    protected List<Correction> corrections(String command, int exit, String err) {
        return corrector.suggest(new FailedCommand(command, exit, "", err), machine);
    }

    /** The rule's own judgement; whether it runs unattended is for the gate to prove, which has tests of its own. */
    protected void safely(String command, int exit, String err, String mended) {
        assertThat(corrections(command, exit, err))
                .singleElement()
                .satisfies(it -> assertThat(it.command()).isEqualTo(mended));
        assertThat(proposed(new FailedCommand(command, exit, "", err)))
                .filteredOn(suggestion -> suggestion.command().equals(mended))
                .extracting(Suggestion::risk)
                .contains(Risk.SAFE);
        amongAll(command, exit, err, mended);
    }

    private void amongAll(String command, int exit, String err, String... mended) {
        Diagnosis diagnosis = together.diagnose(new FailedCommand(command, exit, "", err), machine);
        assertThat(diagnosis.advice())
                .as("advice that silences %s", rule.name())
                .isEmpty();
        assertThat(diagnosis.corrections()).extracting(Correction::command).contains(mended);
    }

    private List<Suggestion> proposed(FailedCommand failed) {
        ParsedLine line = ParsedLine.read(failed.command());
        List<SimpleCommand> commands = line.readable() ? line.commands() : List.of(SimpleCommand.NONE);
        return commands.stream()
                .map(command -> new FailureContext(
                        failed,
                        line,
                        command,
                        ToolOutput.of(failed),
                        EffectiveDirectory.of(line, command, machine),
                        EffectTables.shipped()))
                .flatMap(context -> rule.suggest(context).stream())
                .toList();
    }

    protected void riskily(String command, int exit, String err, String... mended) {
        assertThat(corrections(command, exit, err))
                .extracting(Correction::command)
                .containsExactly(mended);
        assertThat(corrections(command, exit, err)).extracting(Correction::risk).containsOnly(Risk.RISKY);
        amongAll(command, exit, err, mended);
    }

    protected void notAtAll(String command, int exit, String err) {
        assertThat(corrections(command, exit, err)).isEmpty();
    }
}
