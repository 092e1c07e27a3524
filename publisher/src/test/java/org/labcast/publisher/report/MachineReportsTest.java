package org.labcast.publisher.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.order.Target;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.publisher.store.Outcomes;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.store.TestLab;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The forms for machines and browsers, fed with the most hostile output we know. */
class MachineReportsTest {
    private static final String HOSTILE =
            "</pre></style><script>alert(1)</script><!-- ]]> &amp; \"' \u0000 \u001b[31m \uFFFE \uFFFF \uD83D\uDE00\n";

    @TempDir
    Path folder;

    private TestLab lab;
    private StoredJob job;
    private JobReport report;

    @BeforeEach
    void open() {
        lab = new TestLab(folder).enrol("lab-[01-03]");
        job = lab.push(new Target.All(), "lab-[01-03]", "echo '</code><img src=x>'", "false");
        Bytes invalid = Bytes.of(new byte[] {(byte) 0xc3, 0x28, (byte) 0xff, 0});
        Attempt binary = new Attempt(
                "cat x",
                Optional.empty(),
                TestLab.START,
                Duration.ofSeconds(1),
                new Ending.Exited(1),
                Output.of(invalid),
                Output.of(Bytes.utf8(HOSTILE)));
        lab.answer(
                job,
                "lab-01",
                1,
                Outcomes.corrected(0, HOSTILE),
                Outcomes.done(1, TaskState.FAILED, binary),
                Outcomes.DONE);
        lab.answer(job, "lab-02", 1, Outcomes.ok(0, HOSTILE));
        report = new JobReader(lab.store, lab, job.job().id()).read();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void pageKeepsHostileTextAsTextAndLoadsNothing() throws Exception {
        String html = new HtmlReport(ZoneOffset.UTC).render(List.of(report));
        Document page = parse(html);
        assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
        for (String forbidden : List.of("script", "img", "link", "iframe")) {
            assertThat(page.getElementsByTagName(forbidden).getLength()).isZero();
        }
        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http://", "https://");
        assertThat(page.getElementsByTagName("pre").item(1).getTextContent())
                .contains("<script>alert(1)</script>", "]]>", "\\x00")
                .doesNotContain("[31m");
        String css = page.getElementsByTagName("style").item(0).getTextContent();
        assertThat(html).contains("default-src 'none'").contains("<style>" + css + "</style>");
    }

    @Test
    void junitIsValidXmlWithACaseForEachHostAndCommand() throws Exception {
        Document xml = parse(JUnitReport.render(List.of(report)));
        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(6);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent()).contains("]]>", "\\x00");
    }

    @Test
    void jsonHasTheDocumentedFields() throws Exception {
        JsonNode root = new ObjectMapper().readTree(JsonReport.render(report));
        assertThat(root.fieldNames())
                .toIterable()
                .containsExactly("job", "at", "elapsed", "exit", "totals", "hosts", "refused", "doubled", "alerts");
        assertThat(root.at("/exit").asInt()).isEqualTo(4);
        assertThat(root.at("/totals/missing").asInt()).isEqualTo(1);
        assertThat(root.at("/hosts/0/state").asText()).isEqualTo("DONE");
        assertThat(root.at("/hosts/0/tasks/0/attempts/1/correction/rule").asText())
                .isEqualTo("typo");
        assertThat(root.at("/hosts/0/tasks/1/attempts/0/exit").asInt()).isEqualTo(1);
        assertThat(root.at("/hosts/1/tasks/0/attempts/0/stdout/head").asText()).isEqualTo(HOSTILE);
        assertThat(root.at("/hosts/2/tasks")).isEmpty();
    }

    @Test
    void jsonLinesHaveOneForEachHostAndTask() throws Exception {
        List<String> lines = JsonLinesReport.render(report).lines().toList();
        assertThat(lines).hasSize(6);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.at("/state").asText()).isEqualTo("CORRECTED");
        assertThat(first.at("/ran").asText()).isEqualTo("ls");
        assertThat(new ObjectMapper().readTree(lines.get(5)).at("/state").isNull())
                .isTrue();
    }

    @Test
    void adviceIsInEveryForm() throws Exception {
        Outcome advised = new Outcome(
                1,
                TaskState.FAILED,
                List.of(Outcomes.run("ssh lab-09", 255, "", "refused\n")),
                List.of(),
                List.of("Compare the key \u001b[31m first."));
        lab.answer(job, "lab-03", 1, Outcomes.ok(0, ""), new Event.TaskDone(advised), Outcomes.DONE);
        report = new JobReader(lab.store, lab, job.job().id()).read();
        String shown = "not corrected: Compare the key \\x1b[31m first.";

        assertThat(new TextReport(TerminalStyle.plain(ZoneOffset.UTC)).render(report))
                .contains("        lab-03: exit 255\n            refused\n            " + shown + "\n");
        assertThat(parse(JUnitReport.render(List.of(report)))
                        .getElementsByTagName("failure")
                        .item(1)
                        .getTextContent())
                .isEqualTo("refused\n" + shown);
        assertThat(parse(new HtmlReport(ZoneOffset.UTC).render(List.of(report)))
                        .getDocumentElement()
                        .getTextContent())
                .contains("Not corrected", "Compare the key \\x1b[31m first.");
        assertThat(new ObjectMapper()
                        .readTree(JsonReport.render(report))
                        .at("/hosts/2/tasks/1/advice/0")
                        .asText())
                .startsWith("Compare");
        assertThat(new ObjectMapper()
                        .readTree(
                                JsonLinesReport.render(report).lines().toList().get(5))
                        .at("/advice/0")
                        .asText())
                .startsWith("Compare");
    }

    @Test
    void tablesFoldHostsAndCountJobs() throws Exception {
        lab.store.hosts().seen(List.of(lab.presence("lab-01", false, ""), lab.presence("lab-02", false, "")));
        TerminalStyle style = TerminalStyle.plain(ZoneOffset.UTC);
        var hosts = lab.store.hosts().all();
        assertThat(HostsTable.text(hosts, lab.instant(), style))
                .contains("on          lab-[01-02] (2 hosts)          debian\n")
                .contains("never seen  lab-03\n")
                .endsWith("3 hosts, 2 on\n");
        JsonNode first = new ObjectMapper()
                .readTree(HostsTable.json(hosts, lab.instant()))
                .at("/hosts/0");
        assertThat(first.at("/facts/cores").asInt()).isEqualTo(4);
        JobCounts counts = new JobCounts(lab.store, lab);
        var jobs = lab.store.jobs().newest(5).stream().map(counts::of).toList();
        assertThat(JobsTable.text(jobs, lab.instant(), style))
                .contains("1/3")
                .contains("open for 60 min")
                .contains("tasks.txt");
        assertThat(new ObjectMapper()
                        .readTree(JobsTable.json(jobs, lab.instant()))
                        .at("/jobs/0/failed")
                        .asInt())
                .isEqualTo(1);
    }
}
