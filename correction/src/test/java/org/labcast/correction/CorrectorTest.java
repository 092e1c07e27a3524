package org.labcast.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.labcast.correction.rule.files.MkdirMissingParent;
import org.labcast.model.result.Correction;

final class CorrectorTest {
    private static final FailedCommand MKDIR = new FailedCommand(
            "mkdir a/b", 1, "", "mkdir: cannot create directory \u2018a/b\u2019: No such file or directory\n");
    private final List<String> crashed = new ArrayList<>();

    @Test
    void aCrashingRuleLosesOnlyItsOwnSuggestion() {
        Rule crashing = new Rule() {
            @Override
            public String name() {
                return "crashing";
            }

            @Override
            public List<Suggestion> suggest(FailureContext context) {
                throw new IllegalStateException("on purpose");
            }
        };
        Corrector corrector =
                new Corrector(List.of(crashing, new MkdirMissingParent()), (rule, on, cause) -> crashed.add(rule));
        assertThat(corrector.suggest(MKDIR, new FakeMachine()))
                .extracting(Correction::command)
                .containsExactly("mkdir -p a/b");
        assertThat(crashed).containsExactly("crashing");
    }

    @Test
    void twoRulesWithOneAnswerGiveItOnce() {
        Corrector corrector = new Corrector(
                List.of(new MkdirMissingParent(), new MkdirMissingParent()), (rule, on, cause) -> crashed.add(rule));
        assertThat(corrector.suggest(MKDIR, new FakeMachine())).hasSize(1);
    }

    @Test
    @Timeout(60)
    void aHostileOutputCostsLittleAndYieldsNothingUnsafe() {
        Corrector corrector = new Corrector((rule, on, cause) -> crashed.add(rule));
        String hints = "Unknown command: \"x1\"\nDid you mean this?\n    npm rm; reboot\n".repeat(100_000);
        String escapes = "\u001b[".repeat(1_000_000) + "\u001b]0;" + "x".repeat(1_000_000);
        String spaces = "Did you mean " + " ".repeat(1_000_000) + "\ud800";
        for (String output : List.of(hints, escapes, spaces)) {
            assertThat(corrector.suggest(
                            new FailedCommand("npm x1 " + "(".repeat(5_000), 1, output, output), new FakeMachine()))
                    .isEmpty();
            corrector
                    .suggest(new FailedCommand("npm x1", 1, output, output), new FakeMachine())
                    .forEach(it -> assertThat(it.command()).doesNotContain("reboot"));
        }
        assertThat(crashed).isEmpty();
    }
}
