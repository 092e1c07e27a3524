package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.labcast.model.Correction;
import org.labcast.model.Risk;

/** What a test of one rule says: a failed command, and what the rule alone makes of it. */
public abstract class RuleTest {
    protected final FakeMachine machine = new FakeMachine();
    private final Corrector corrector;

    protected RuleTest(Rule rule) {
        corrector = new Corrector(List.of(rule), (name, on, cause) -> {
            throw new AssertionError(name + " crashed on " + on, cause);
        });
    }

    protected List<Correction> corrections(String command, int exit, String err) {
        return corrector.suggest(new FailedCommand(command, exit, "", err), machine);
    }

    protected void safely(String command, int exit, String err, String mended) {
        assertThat(corrections(command, exit, err))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.command()).isEqualTo(mended),
                        it -> assertThat(it.risk()).isEqualTo(Risk.SAFE));
    }

    protected void riskily(String command, int exit, String err, String... mended) {
        assertThat(corrections(command, exit, err))
                .extracting(Correction::command)
                .containsExactly(mended);
        assertThat(corrections(command, exit, err)).extracting(Correction::risk).containsOnly(Risk.RISKY);
    }

    protected void notAtAll(String command, int exit, String err) {
        assertThat(corrections(command, exit, err)).isEmpty();
    }
}
