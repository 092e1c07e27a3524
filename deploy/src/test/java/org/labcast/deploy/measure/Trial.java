package org.labcast.deploy.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.measure.Suggestions.Suggested;

/** Tries cases, each on a machine of its own. */
final class Trial {
    private static final int MOST_LINES = 6;

    private final String image;
    private final Path labcast;
    private final String run;

    /** @see ThrowawayMachine#boot */
    Trial(String image, Path labcast, String run) {
        this.image = image;
        this.labcast = labcast;
        this.run = run;
    }

    /** Lets the command fail, asks the agent, and tries the first thing that it suggests. */
    Finding suggestionFor(Mistake mistake) {
        return afterFailure(mistake, (machine, failed) -> {
            Login login = Login.of(mistake);
            ProgramResult answer = machine.correct(login, mistake.command(), failed.exit(), "failed");
            Suggestions suggestions;
            try {
                suggestions = Suggestions.parse(answer.out());
            } catch (JsonProcessingException e) {
                return finding(mistake, Verdict.BROKEN, "lab-agent said: " + answer.out() + answer.err());
            }
            if (suggestions.suggestions().isEmpty()) {
                return finding(
                        mistake, mistake.forAPerson() ? Verdict.LEFT_TO_A_PERSON : Verdict.NOTHING, failed.out());
            }
            Suggested first = suggestions.unattended();
            Finding finding = mistake.forAPerson()
                    ? finding(
                            mistake,
                            first.safe() ? Verdict.HARMFUL : Verdict.LEFT_TO_A_PERSON,
                            "only a person may mend this")
                    : trying(first, mistake, machine);
            return new Finding(
                    mistake, finding.verdict(), first.command(), first.risk() + " " + first.rule(), finding.detail());
        });
    }

    /** Whether one of the known corrections does what was meant, and the failed command alone does not. */
    Finding known(Mistake mistake, String expected) {
        return afterFailure(
                mistake,
                (machine, failed) -> machine.check(Login.of(mistake), mistake.check(), "failed")
                                        .exit()
                                == 0
                        ? finding(mistake, Verdict.BROKEN, "the check succeeds before the correction")
                        : trying(new Suggested(expected, "", "safe", "", ""), mistake, machine));
    }

    private interface Next {
        Finding after(ThrowawayMachine machine, ProgramResult failed);
    }

    private Finding afterFailure(Mistake mistake, Next next) {
        try (ThrowawayMachine machine = ThrowawayMachine.boot(image, labcast, run)) {
            machine.administer(mistake.setup());
            ProgramResult failed = machine.run(Login.of(mistake), mistake.command(), "failed");
            return failed.exit() == 0
                    ? finding(mistake, Verdict.DID_NOT_FAIL, failed.out())
                    : next.after(machine, failed);
        } catch (IllegalStateException e) {
            return finding(mistake, Verdict.BROKEN, e.getMessage());
        }
    }

    private static Finding trying(Suggested suggested, Mistake mistake, ThrowawayMachine machine) {
        ProgramResult tried = machine.run(Login.of(mistake), suggested.command(), "tried");
        boolean done =
                machine.check(Login.of(mistake), mistake.check(), "tried").exit() == 0;
        Verdict good = suggested.safe() ? Verdict.MENDED : Verdict.SHOWN;
        Verdict bad = suggested.safe() && !suggested.looks() ? Verdict.HARMFUL : Verdict.WRONG;
        return new Finding(
                mistake,
                done ? good : bad,
                suggested.command(),
                "",
                shortened(tried.out() + "\n(ended with " + tried.exit() + ")"));
    }

    private static Finding finding(Mistake mistake, Verdict verdict, String detail) {
        return new Finding(mistake, verdict, "", "", shortened(detail));
    }

    /** What went wrong is mostly said last. */
    private static String shortened(String detail) {
        List<String> lines = detail.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }
}
