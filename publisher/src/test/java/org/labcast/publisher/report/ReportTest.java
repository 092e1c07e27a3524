package org.labcast.publisher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.model.Bytes;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Output;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.TaskState;
import org.labcast.publisher.store.Outcomes;
import org.labcast.publisher.store.RefusedAnswer;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.store.TestLab;
import org.labcast.transport.json.Codec;

class ReportTest {
    @TempDir
    Path folder;

    private TestLab lab;
    private StoredJob job;
    private JobReader reader;

    @BeforeEach
    void open() {
        lab = new TestLab(folder).enrol("lab-[01-04]");
        job = lab.push(new Target.All(), "lab-[01-04]", "date", "sl");
        reader = new JobReader(lab.store, lab, job.job().id());
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void succeed(String host) {
        lab.answer(
                job, host, 1, Outcomes.ACCEPTED, Outcomes.ok(0, "monday\n"), Outcomes.ok(1, "a\nb\n"), Outcomes.DONE);
    }

    private String text() {
        return new TextReport(TerminalStyle.plain(ZoneOffset.UTC)).render(reader.read());
    }

    private HostState state(int host) {
        return reader.read().hosts().get(host).state();
    }

    @Test
    void everyHostSucceeded() {
        List.of("lab-01", "lab-02", "lab-03", "lab-04").forEach(this::succeed);
        lab.pass(Duration.ofMinutes(5));
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.SUCCESS);
        assertThat(text()).isEqualTo("Job " + job.job().id() + """
                         'tasks.txt' for all, made 2026-03-01 10:00:00

                        1  date
                            lab-[01-04] (4 hosts): monday

                        2  sl
                            lab-[01-04] (4 hosts):
                                a
                                b

                        4 hosts: 4 succeeded - 0.0 s
                        """);
    }

    @Test
    void mixedJobShowsWhatWantsAttention() {
        succeed("lab-01");
        lab.answer(job, "lab-02", 1, Outcomes.ok(0, "monday\n"), Outcomes.corrected(1, "a\nb\n"), Outcomes.DONE);
        lab.answer(
                job,
                "lab-03",
                1,
                Outcomes.ok(0, "tuesday\n"),
                Outcomes.failed(1, 3, "1\n2\n3\n4\n5\n6\n"),
                Outcomes.DONE);
        lab.store.hosts().seen(List.of(lab.presence("lab-04", false, "disk full")));
        lab.pass(Duration.ofMinutes(5));
        assertThat(text())
                .contains("    lab-[01-02] (2 hosts): monday\n    lab-03: tuesday\n")
                .contains("    lab-02 corrected:\n        a\n        b\n")
                .contains("    lab-03: failed, exit 3, see below\n")
                .contains(
                        "\nFailed\n    2  sl\n        lab-03: exit 3\n            [... 1 line, 2 bytes before these ...]\n"
                                + "            2\n")
                .contains("[all of it: publisher logs " + job.job().id() + " lab-03]")
                .contains("    2  sl -> ls (typo: no 'sl', but 'ls')\n        lab-02\n")
                .contains("\nNo answer\n    lab-04: off, last seen 5 min ago, says: disk full\n")
                .contains("publisher reissue " + job.job().id() + " --failed\n")
                .contains("publisher cancel " + job.job().id() + "\n")
                .endsWith("\n4 hosts: 2 succeeded (1 corrected), 1 failed, 1 missing - 5 min\n");
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.MISSING);
        assertThat(ProgressLine.render(reader.read())).isEqualTo("3/4 hosts done, 1 failed, 1 waiting");
    }

    @Test
    void finishedHostIsDoneOnlyWhenAllItsResultsHaveCome() {
        lab.answer(job, "lab-01", 3, Outcomes.DONE);
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, ""));
        assertThat(state(0)).isEqualTo(HostState.RUNNING);
        assertThat(text()).contains("it has finished; 1 result still under way");
        lab.answer(job, "lab-01", 2, Outcomes.ok(1, ""));
        assertThat(state(0)).isEqualTo(HostState.DONE);
        lab.answer(job, "lab-01", 9, new Event.CancelSeen(TestLab.START, OrderId.random(), CancelPoint.AFTER));
        assertThat(state(0)).isEqualTo(HostState.DONE);
    }

    @Test
    void finishedWithoutAllOutcomesIsNoSuccess() {
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, ""), Outcomes.DONE);
        assertThat(reader.read().failed().toString()).isEqualTo("lab-01");
    }

    @Test
    void statesFollowTheEvents() {
        assertThat(state(0)).isEqualTo(HostState.WAITING);
        lab.answer(job, "lab-01", 1, Outcomes.ACCEPTED);
        assertThat(state(0)).isEqualTo(HostState.ACCEPTED);
        lab.answer(job, "lab-01", 2, Outcomes.STARTED);
        assertThat(state(0)).isEqualTo(HostState.RUNNING);
        lab.answer(job, "lab-01", 3, new Event.Refused(TestLab.START, Refusal.REPLAYED, "again"));
        assertThat(state(0)).isEqualTo(HostState.RUNNING);
        lab.answer(job, "lab-01", 4, new Event.Finished(TestLab.START, JobEnd.STOPPED));
        assertThat(state(0)).isEqualTo(HostState.STOPPED);
        lab.answer(job, "lab-02", 1, new Event.CancelSeen(TestLab.START, OrderId.random(), CancelPoint.UNSEEN));
        assertThat(state(1)).isEqualTo(HostState.CANCELLED);
        lab.answer(job, "lab-03", 1, new Event.Refused(TestLab.START, Refusal.EXPIRED, "too late"));
        assertThat(state(2)).isEqualTo(HostState.REFUSED);
        lab.pass(Duration.ofHours(1));
        assertThat(state(3)).isEqualTo(HostState.EXPIRED);
        assertThat(reader.read().isOver()).isTrue();
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.MISSING);
        assertThat(text())
                .contains("lab-02: cancelled before the host saw it")
                .contains("4 hosts: 2 failed, 1 cancelled, 1 missing")
                .contains("lab-03: refused: expired: too late")
                .contains("publisher reissue " + job.job().id() + " --missing");
    }

    @Test
    void replayedJobIsAnAlarmAndChangesNothingElse() {
        List.of("lab-01", "lab-02", "lab-03", "lab-04").forEach(this::succeed);
        lab.answer(job, "lab-02", 2, new Event.Refused(TestLab.START, Refusal.REPLAYED, "its number was taken before"));

        assertThat(state(1)).isEqualTo(HostState.DONE);
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.SUCCESS);
        assertThat(text()).contains("lab-02: replayed: its number was taken before");
    }

    /** A broker that was restarted delivers again what it does not know to be taken. */
    @Test
    void aJobThatIsDeliveredAgainIsNoAlarm() {
        List.of("lab-01", "lab-02", "lab-03", "lab-04").forEach(this::succeed);
        lab.answer(
                job,
                "lab-02",
                2,
                new Event.Refused(
                        TestLab.START,
                        Refusal.REPLAYED,
                        "it came once more after its end and was not done again; after a broken connection that is"
                                + " normal"));

        assertThat(reader.read().alerts()).isEmpty();
        assertSame(4, 0, "finished");
    }

    /** What {@code jobs} says is what the report says. */
    private void assertSame(int finished, int failed, String state) {
        JobCounts.JobLine line =
                new JobCounts(lab.store, lab).of(lab.store.jobs().newest(1).get(0));
        assertThat(line.totals()).isEqualTo(reader.read().totals());
        assertThat(line.totals().finished()).isEqualTo(finished);
        assertThat(line.totals().failed()).isEqualTo(failed);
        assertThat(JobsTable.text(List.of(line), lab.instant(), TerminalStyle.plain(ZoneOffset.UTC)))
                .contains(state);
    }

    @Test
    void theListOfJobsCountsAsTheReportDoes() {
        succeed("lab-01");
        lab.answer(job, "lab-02", 1, Outcomes.ACCEPTED, Outcomes.failed(0, 1, "no"), Outcomes.DONE);
        assertSame(2, 1, "2/4");
        List.of("lab-03", "lab-04").forEach(this::succeed);
        assertSame(4, 1, "finished");
        lab.enrol("lab-09");
        lab.answer(job, "lab-09", 1, new Event.Refused(TestLab.START, Refusal.NOT_A_TARGET, "not me"));
        assertSame(4, 1, "finished");
        lab.answer(job, "lab-09", 2, Outcomes.ACCEPTED);
        assertThat(reader.read().hosts()).hasSize(5);
        assertSame(4, 1, "4/5");
    }

    @Test
    void aJobThatAHostHasAnsweredWasPosted() {
        Job unsure = lab.draft(new Target.All());
        lab.store.orders().save(unsure, Codec.write(unsure), HostSet.of("lab-01"));
        reader = new JobReader(lab.store, lab, unsure.id());
        assertSame(0, 0, "not known to be posted");
        StoredJob stored = lab.store.jobs().find(unsure.id());
        lab.answer(stored, "lab-01", 1, Outcomes.ACCEPTED);
        assertSame(0, 0, "open for");
        assertThat(reader.read().posted()).isTrue();
    }

    @Test
    void aHostThatHasAnsweredBeforeWasSeen() {
        StoredJob earlier = lab.push(new Target.All(), "lab-01", "date");
        lab.answer(earlier, "lab-01", 1, Outcomes.ACCEPTED);
        assertThat(text()).contains("lab-01: off, last seen").contains("never seen");
    }

    @Test
    void redirectedJobIsAnAlarmOfTheHostThatRefusedIt() {
        StoredJob one = lab.push(Target.hosts(HostSet.of("lab-01")), "lab-01", "date", "sl");
        JobReader of = new JobReader(lab.store, lab, one.job().id());
        lab.answer(one, "lab-01", 1, Outcomes.ACCEPTED, Outcomes.ok(0, ""), Outcomes.ok(1, ""), Outcomes.DONE);
        lab.answer(one, "lab-02", 1, new Event.Refused(TestLab.START, Refusal.NOT_A_TARGET, "not among its targets"));

        JobReport report = of.read();
        assertThat(report.hosts()).hasSize(1);
        assertThat(report.refused()).isEmpty();
        assertThat(report.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.host()).hasToString("lab-02");
            assertThat(alert.reason()).isEqualTo(Refusal.NOT_A_TARGET);
        });
        assertThat(ExitCode.of(report)).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void hostThatDoesNotTrustTheSignerHasRefusedAndCountsAsFailed() {
        List.of("lab-01", "lab-02", "lab-03").forEach(this::succeed);
        lab.store.alerts().record(lab.alert(job, "lab-04", Refusal.UNTRUSTED_SIGNER));
        assertThat(state(3)).isEqualTo(HostState.REFUSED);
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.FAILED);
        assertThat(text()).contains("Alerts of hosts").contains("untrusted signer: who is this");
    }

    @Test
    void refusedAnswerOutweighsAll() {
        lab.store
                .results()
                .refuse(List.of(new RefusedAnswer(
                        Optional.of(job.job().id()), "lab-\u001b[2J", "bad signature", TestLab.START)));
        assertThat(ExitCode.of(reader.read())).isEqualTo(ExitCode.ANSWER_REFUSED);
        assertThat(text()).contains("lab-\\x1b[2J: bad signature");
    }

    @Test
    void longOutputIsCutAloud() {
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, "line\n".repeat(100)));
        assertThat(text())
                .contains("        [... 60 lines, 300 bytes left out ...]\n")
                .contains("[all of it: publisher logs " + job.job().id() + " lab-01]");
    }

    @Test
    void whatTheHostDidNotSendIsCountedToo() {
        Bytes head = Bytes.utf8("a\n".repeat(100));
        Output cut = new Output(head, Bytes.utf8("b\n".repeat(100)), 1_000_000, 1_000_000, "0".repeat(64));

        assertThat(Excerpt.of(cut, 40)).contains("[... at least 160 lines, 999,920 bytes left out ...]");
        assertThat(Excerpt.isWhole(cut, 1000)).isFalse();
        assertThat(Excerpt.isWhole(Output.of(head), 100)).isTrue();
        assertThat(Excerpt.isWhole(Output.of(Bytes.utf8("left out")), 40)).isTrue();
    }

    @Test
    void escapeSequencesNeverReachTheTerminal() {
        lab.answer(job, "lab-01", 1, Outcomes.failed(0, 1, "\u001b]0;owned\u0007\u202e\n"));
        assertThat(text()).doesNotContain("\u001b", "\u0007", "\u202e").contains("\\x1b]0;owned\\x07\\u202e");
    }

    @Test
    void colourIsAskedFor() {
        succeed("lab-01");
        assertThat(new TextReport(new TerminalStyle(true, ZoneOffset.UTC)).render(reader.read()))
                .contains("\u001b[32m1 succeeded");
        assertThat(text()).doesNotContain("\u001b");
    }

    @Test
    void skippedTasksAreNamed() {
        lab.answer(
                job,
                "lab-01",
                1,
                Outcomes.failed(0, 1, ""),
                Outcomes.done(1, TaskState.SKIPPED),
                new Event.Finished(TestLab.START, JobEnd.STOPPED));
        assertThat(text()).contains("lab-01: skipped\n").contains("lab-01: exit 1, no output");
    }

    private static Output cut(String head, String tail, long total) {
        return new Output(Bytes.utf8(head), Bytes.utf8(tail), total, total, "0".repeat(64));
    }

    @Test
    void bothCutsAreCountedTruly() {
        // Shown are a1 to a30 and b91 to b100, together 30 * 2 + 10 * 2 bytes of 1,000,000.
        assertThat(Excerpt.of(cut("a\n".repeat(100), "b\n".repeat(100), 1_000_000), 40))
                .hasSize(41)
                .contains("[... at least 160 lines, 999,920 bytes left out ...]");
        // The last line of the beginning and the first of the end may be the two halves of one.
        assertThat(Excerpt.of(cut("a\nb", "c\nd\n", 100), 40))
                .containsExactly("a", "b", "[... 93 bytes left out ...]", "c", "d");
        assertThat(Excerpt.of(cut("a\n".repeat(40) + "b", "c\n".repeat(40), 200), 40))
                .contains("[... at least 40 lines, 120 bytes left out ...]");
        assertThat(Excerpt.end(cut("a\nb\n", "c\nd\ne\n", 100), 2))
                .containsExactly("[... at least 3 lines, 96 bytes before these ...]", "d", "e");
        assertThat(Excerpt.end(Output.of(Bytes.utf8("é\nb\nc")), 1))
                .containsExactly("[... 2 lines, 5 bytes before these ...]", "c");
    }

    @Test
    void whatTheHostDidNotKeepIsNotPromised() {
        Output lost = new Output(Bytes.utf8("a\n"), Bytes.utf8("z\n"), 1000, 500, "0".repeat(64));
        Attempt run = Outcomes.run("x", 0, "", "");
        lab.answer(
                job,
                "lab-01",
                1,
                Outcomes.done(
                        0,
                        TaskState.SUCCEEDED,
                        new Attempt(
                                "x", Optional.empty(), run.started(), run.took(), run.ending(), lost, Output.NONE)));
        assertThat(text())
                .contains("[... 996 bytes left out ...]")
                .contains("[the host kept only the first 500 bytes of 1,000 bytes]")
                .contains(
                        "[what the host kept of it: publisher logs " + job.job().id() + " lab-01]")
                .doesNotContain("all of it");
    }

    @Test
    void aFailureShowsBothStreams() {
        lab.answer(
                job,
                "lab-01",
                1,
                Outcomes.done(0, TaskState.FAILED, Outcomes.run("make", 2, "compiling x\n", "x: no such file\n")));
        assertThat(text())
                .contains("        lab-01: exit 2\n            compiling x\n            stderr: x: no such file\n");
    }

    @Test
    void progressCountsAsItsLastStateAndColoursAreDropped() {
        lab.answer(job, "lab-01", 1, Outcomes.ok(0, "10%\r50%\r100%\r\n\u001b[1;32mdone\u001b[0m\u001b[K 👩‍💻\r\n"));
        assertThat(text()).contains("        100%\n        done 👩‍💻\n");
        assertThat(new HtmlReport(ZoneOffset.UTC).render(List.of(reader.read())))
                .contains("100%\ndone 👩‍💻")
                .doesNotContain("50%", "[1;32m");
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        lab.answer(
                job, "lab-01", 1, Outcomes.done(0, TaskState.FAILED, Outcomes.run("dpkg -l | grep -q vim", 1, "", "")));
        assertThat(text()).contains("lab-01: failed, no match (exit 1), see below");
        assertThat(JUnitReport.render(List.of(reader.read()))).contains("no match (exit 1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grep x f                      | true
            'cat f | sudo grep -c x'      | true
            cd /srv && grep x f           | true
            'grep x f | wc -l'            | false
            ! grep x f                    | false
            grep x f; false               | false
            echo $(grep x f)              | false
            if grep x f; then id; fi      | false
            test -e x                     | false
            'import os(" '                | false
            """)
    void onlyASearchAsTheLastCommandHasNoMatch(String command, boolean is) {
        assertThat(GrepNoMatch.is(Outcomes.run(command, 1, "", ""))).isEqualTo(is);
        assertThat(GrepNoMatch.is(Outcomes.run(command, 2, "", ""))).isFalse();
        assertThat(GrepNoMatch.is(Outcomes.run(command, 1, "", "grep: f: no such file")))
                .isFalse();
    }

    @Test
    void aCommandOfSeveralLinesIsItsFirstInHeadingsAndWholeInPages() {
        StoredJob several = lab.push(new Target.All(), "lab-[01-04]", "if true; then\n  sl\nfi");
        lab.answer(several, "lab-01", 1, Outcomes.failed(0, 1, "sl: not found\n"), Outcomes.DONE);
        JobReport report = new JobReader(lab.store, lab, several.job().id()).read();

        assertThat(new TextReport(TerminalStyle.plain(ZoneOffset.UTC)).render(report))
                .contains("\n1  if true; then (+ 2 lines)\n", "\n    1  if true; then (+ 2 lines)\n")
                .doesNotContain("\\x0a");
        assertThat(new HtmlReport(ZoneOffset.UTC).render(List.of(report))).contains("if true; then\n  sl\nfi");
        assertThat(JUnitReport.render(List.of(report))).contains("name=\"1: if true; then (+ 2 lines)\"");
        assertThat(JsonReport.render(report)).contains("if true; then\\n  sl\\nfi");
    }
}
