package org.labcast.publisher.fix;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Correction;
import org.labcast.model.HostSet;
import org.labcast.model.Printable;
import org.labcast.model.Risk;
import org.labcast.publisher.report.Paint;
import org.labcast.publisher.report.Words;

/** What was taken and what was left, and why, for a person. */
public final class LessonsText {
    private static final String INDENT = "    ";

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private LessonsText(Paint paint) {
        this.paint = paint;
    }

    /** Empty when there is nothing to say. */
    public static String render(Lessons lessons, Paint paint) {
        LessonsText text = new LessonsText(paint);
        text.section("Taken", lessons.taken());
        text.section("Not taken, look at them", lessons.left());
        return text.lines.isEmpty() ? "" : String.join("\n", text.lines) + "\n";
    }

    private void section(String title, List<? extends Lesson> lessons) {
        if (!lessons.isEmpty()) {
            lines.add(paint.bold(paint.yellow(title)));
            lessons.forEach(this::entry);
        }
    }

    private void entry(Lesson lesson) {
        String place =
                INDENT + "line " + lesson.asked().line() + ", " + lesson.asked().headline() + ": ";
        if (lesson instanceof Lesson.Mended mended) {
            lines.add(place + (mended.proven() ? corrected(mended.correction()) : suggested(mended.correction())));
            lines.add(INDENT + INDENT + Words.hosts(mended.hosts()) + helpless(mended.failed()));
        } else if (lesson instanceof Lesson.Divided divided) {
            lines.add(place + "hosts " + (divided.proven() ? "need" : "suggest")
                    + " different commands; a file for each group of hosts would suit them");
            divided.needs()
                    .forEach((command, hosts) -> lines.add(INDENT + INDENT + Words.hosts(hosts) + ": "
                            + (command.equals(lesson.asked().command()) ? "as it is written" : Printable.of(command))));
        } else if (lesson instanceof Lesson.Unwritable unwritable) {
            lines.add(place + "what " + Words.hosts(unwritable.hosts()) + " needs cannot stand in a task file: it "
                    + unwritable.problem());
            lines.add(INDENT + INDENT + Printable.of(unwritable.correction().command()));
        } else if (lesson instanceof Lesson.Forbidden forbidden) {
            lines.add(place + "the file allows no such correction, yet " + Words.hosts(forbidden.hosts())
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
        return failed.isEmpty() ? "" : "; it failed on " + Words.hosts(failed);
    }
}
