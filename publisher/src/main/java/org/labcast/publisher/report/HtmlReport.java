package org.labcast.publisher.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.labcast.model.Bytes;
import org.labcast.model.order.Task;

/**
 * One self-contained page: it loads nothing and runs nothing, which its security policy states too. It is well-formed
 * XML as well, so that any parser can take it apart.
 */
public final class HtmlReport {
    private final ZoneId zone;

    public HtmlReport(ZoneId zone) {
        this.zone = zone;
    }

    /** @param reports of one job or several, one below the other */
    public String render(List<JobReport> reports) {
        String style = style();
        String title = reports.stream()
                .map(report ->
                        "Labcast job " + report.job().id() + ": " + report.job().title())
                .collect(Collectors.joining("; "));
        return XmlWriter.write(page -> page.doctype("<!DOCTYPE html>")
                .element(
                        "html",
                        () -> {
                            page.element("head", () -> head(page, title, style));
                            page.element(
                                    "body",
                                    () -> page.element("main", () -> reports.forEach(report -> body(page, report))));
                        },
                        "lang",
                        "en"));
    }

    private static void head(XmlWriter page, String title, String style) {
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style));
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title.replace('\n', ' '));
        page.element("style", style);
    }

    private static String policy(String style) {
        byte[] digest = HexFormat.of().parseHex(Bytes.utf8(style).sha256());
        return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** Holds no {@code < > &}, so that it reads the same as HTML and as XML. */
    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("page.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void body(XmlWriter page, JobReport report) {
        page.element("h1", report.job().title());
        page.element(
                "p",
                "Job " + report.job().id() + " for "
                        + report.job().header().target().describe() + ", made "
                        + Phrases.time(report.job().header().created(), zone) + ". This page tells how it stood at "
                        + Phrases.time(report.at(), zone) + " (" + zone + ").");
        page.element("p", () -> page.element("strong", TotalsLine.of(report, new Ansi(false))));
        List<List<TaskGroup>> groups = TaskGroup.of(report);
        new HtmlAttention(page, zone).write(report, groups);
        page.element("h2", "Commands");
        for (int task = 0; task < groups.size(); task++) {
            task(page, task + 1, report.job().tasks().get(task), groups.get(task));
        }
    }

    private static void task(XmlWriter page, int number, Task task, List<TaskGroup> groups) {
        page.element("section", () -> {
            page.element("h3", () -> page.text(number + ". ").element("code", task.command()));
            if (groups.isEmpty()) {
                page.element("p", "No outcome yet.");
            }
            // few groups are read at once, many are looked for
            groups.forEach(group -> group(page, group, groups.size() <= 3));
        });
    }

    private static void group(XmlWriter page, TaskGroup group, boolean open) {
        Runnable content = () -> {
            page.element(
                    "summary",
                    () -> page.text(group.hosts() + " ("
                                    + Phrases.count(group.hosts().size(), "host") + "): ")
                            .element("span", Phrases.of(group.outcome().state()), "class", colour(group)));
            group.outcome().attempts().forEach(run -> {
                page.element(
                        "p",
                        () -> page.element("code", run.command())
                                .text(" - " + Phrases.ending(run)
                                        + run.correction()
                                                .map(why -> "; corrected by " + why.rule() + ": " + why.why())
                                                .orElse("")));
                output(page, "Output", Excerpt.all(run.out()));
                output(page, "Errors", Excerpt.all(run.err()));
            });
        };
        if (open) {
            page.element("details", content, "open", "open");
        } else {
            page.element("details", content);
        }
    }

    private static void output(XmlWriter page, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            page.element("pre", String.join("\n", lines), "aria-label", title);
        }
    }

    private static String colour(TaskGroup group) {
        return switch (group.outcome().state()) {
            case SUCCEEDED -> "good";
            case CORRECTED -> "odd";
            default -> "bad";
        };
    }
}
