package org.labcast.publisher.fix;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.HostSet;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.report.Phrases;
import org.labcast.text.Printable;

/** What was taken and what was left, and why, for a person. */
public final class LearnedCorrectionsText {
    private static final String INDENT = "    ";

    private final Ansi ansi;
    private final List<String> lines = new ArrayList<>();

    private LearnedCorrectionsText(Ansi ansi) {
        this.ansi = ansi;
    }

    /** Empty when there is nothing to say. */
    public static String render(LearnedCorrections learned, Ansi ansi) {
        LearnedCorrectionsText text = new LearnedCorrectionsText(ansi);
        text.section("Taken", learned.taken());
        text.section("Not taken, look at them", learned.left());
        return text.lines.isEmpty() ? "" : String.join("\n", text.lines) + "\n";
    }

    private void section(String title, List<? extends LearnedCorrection> lessons) {
        if (!lessons.isEmpty()) {
            lines.add(ansi.bold(ansi.yellow(title)));
            lessons.forEach(this::entry);
        }
    }

    private void entry(LearnedCorrection learnedCorrection) {
        String place = INDENT + "line " + learnedCorrection.asked().line() + ", "
                + learnedCorrection.asked().headline() + ": ";
        if (learnedCorrection instanceof LearnedCorrection.Mended mended) {
            lines.add(place + (mended.proven() ? corrected(mended.correction()) : suggested(mended.correction())));
            lines.add(INDENT + INDENT + Phrases.hosts(mended.hosts()) + helpless(mended.failed()));
        } else if (learnedCorrection instanceof LearnedCorrection.Divided divided) {
            lines.add(place + "hosts " + (divided.proven() ? "need" : "suggest")
                    + " different commands; a file for each group of hosts would suit them");
            divided.needs()
                    .forEach((command, hosts) -> lines.add(INDENT + INDENT + Phrases.hosts(hosts) + ": "
                            + (command.equals(learnedCorrection.asked().command())
                                    ? "as it is written"
                                    : Printable.of(command))));
        } else if (learnedCorrection instanceof LearnedCorrection.Unwritable unwritable) {
            lines.add(place + "what " + Phrases.hosts(unwritable.hosts()) + " needs cannot stand in a task file: it "
                    + unwritable.problem());
            lines.add(INDENT + INDENT + Printable.of(unwritable.correction().command()));
        } else if (learnedCorrection instanceof LearnedCorrection.Forbidden forbidden) {
            lines.add(place + "the file allows no such correction, yet " + Phrases.hosts(forbidden.hosts())
                    + " did it: find out why");
            lines.add(INDENT + INDENT + Printable.of(forbidden.correction().command()));
        }
    }

    private static String corrected(Correction correction) {
        return Printable.of(correction.rule()) + ": " + Printable.of(correction.why());
    }

    private static String suggested(Correction correction) {
        return Printable.of(correction.command()) + " is suggested"
                + (correction.risk() == Risk.RISKY ? ", risky" : "") + ", and has not run (" + corrected(correction)
                + ")";
    }

    private static String helpless(HostSet failed) {
        return failed.isEmpty() ? "" : "; it failed on " + Phrases.hosts(failed);
    }
}
