package org.labcast.deploy.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.labcast.deploy.ProgramResult;
import org.labcast.deploy.measure.PushedJob.Tried;
import org.labcast.deploy.measure.Suggestions.Suggested;

/** Tries cases, each on a machine of its own. */
final class Trial {
    private static final int MOST_LINES = 6;

    private final String image;
    private final Path labcast;
    private final String run;
    private final Optional<Comparison> comparison;

    /**
     * @param comparison what else is asked in the same machines
     * @see ThrowawayMachine#boot
     */
    Trial(String image, Path labcast, String run, Optional<Comparison> comparison) {
        this.image = image;
        this.labcast = labcast;
        this.run = run;
        this.comparison = comparison;
    }

    /** Signs the command and posts it to an agent, and looks at what that did. */
    Finding pushed(Mistake mistake, MeasuredLab lab) {
        Login login = Login.of(mistake);
        try (ThrowawayMachine machine = ThrowawayMachine.boot(image, labcast, run, lab.network())) {
            machine.administer(mistake.setup());
            String host = lab.newHost();
            machine.join(login, lab.invitation(host), host);
            comparison.ifPresent(other -> other.ask(machine, mistake));
            PushedJob job = lab.push(host, login, mistake.command());
            if (!job.refusal().isEmpty()) {
                return finding(mistake, Verdict.TOLD, job.refusal());
            }
            if (job.signed().exit() == 0) {
                return finding(mistake, Verdict.DID_NOT_FAIL, job.signed().output());
            }
            comparison.ifPresent(other -> other.measure(machine, mistake, job.signed()));
            return job.corrected().isEmpty() ? shown(mistake, job, machine) : ran(mistake, job, machine);
        } catch (IllegalStateException | IOException e) {
            return finding(mistake, Verdict.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    /** The agent ran something by itself. */
    private static Finding ran(Mistake mistake, PushedJob job, ThrowawayMachine machine) {
        List<Tried> corrected = job.corrected();
        Tried last = corrected.get(corrected.size() - 1);
        Suggested correction = last.correction().orElseThrow();
        machine.write("tried", last.output());
        boolean done = !mistake.forAPerson()
                && machine.check(Login.of(mistake), mistake.check(), "tried").exit() == 0;
        boolean looked = corrected.stream()
                .allMatch(one -> one.correction().orElseThrow().looks());
        Verdict bad = mistake.forAPerson() || !looked ? Verdict.HARMFUL : Verdict.WRONG;
        return new Finding(
                mistake,
                done ? Verdict.MENDED : bad,
                correction.command(),
                correction.risk() + " " + correction.rule(),
                shortened(last.output() + "\n(ended with " + last.exit() + ")"));
    }

    /** The agent ran nothing; the first thing that the report shows is tried by hand. */
    private static Finding shown(Mistake mistake, PushedJob job, ThrowawayMachine machine) {
        if (job.suggestions().isEmpty()) {
            Verdict verdict = mistake.forAPerson() ? Verdict.LEFT_TO_A_PERSON : Verdict.NOTHING;
            return finding(mistake, verdict, job.signed().output());
        }
        Suggested first = job.suggestions().get(0);
        Finding finding = mistake.forAPerson()
                ? finding(mistake, Verdict.LEFT_TO_A_PERSON, "only a person may mend this")
                : byHand(first, mistake, machine, Verdict.SHOWN);
        return new Finding(
                mistake, finding.verdict(), first.command(), first.risk() + " " + first.rule(), finding.detail());
    }

    /** Whether one of the known corrections does what was meant, and the failed command alone does not. */
    Finding known(Mistake mistake, String expected) {
        try (ThrowawayMachine machine = ThrowawayMachine.boot(image, labcast, run, "none")) {
            machine.administer(mistake.setup());
            ProgramResult failed = machine.run(Login.of(mistake), mistake.command(), "failed");
            if (failed.exit() == 0) {
                return finding(mistake, Verdict.DID_NOT_FAIL, failed.out());
            }
            return machine.check(Login.of(mistake), mistake.check(), "failed").exit() == 0
                    ? finding(mistake, Verdict.BROKEN, "the check succeeds before the correction")
                    : byHand(new Suggested(expected, "", "safe", "", ""), mistake, machine, Verdict.MENDED);
        } catch (IllegalStateException e) {
            return finding(mistake, Verdict.BROKEN, e.getMessage());
        }
    }

    private static Finding byHand(Suggested suggested, Mistake mistake, ThrowawayMachine machine, Verdict good) {
        ProgramResult tried = machine.run(Login.of(mistake), suggested.command(), "tried");
        boolean done =
                machine.check(Login.of(mistake), mistake.check(), "tried").exit() == 0;
        return new Finding(
                mistake,
                done ? good : Verdict.WRONG,
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
