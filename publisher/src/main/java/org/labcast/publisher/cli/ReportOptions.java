package org.labcast.publisher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.LabcastException;
import org.labcast.publisher.report.CanaryReport;
import org.labcast.publisher.report.HtmlReport;
import org.labcast.publisher.report.JUnitReport;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.report.JsonLinesReport;
import org.labcast.publisher.report.JsonReport;
import org.labcast.publisher.report.TextReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** In which forms a report is wanted. */
public final class ReportOptions {
    @ArgGroup
    private final Form form = new Form();

    @Option(names = "--html", paramLabel = "FILE", description = "Also write one self-contained page.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    private static final class Form {
        @Option(names = "--json", description = "One JSON document instead of text.")
        private boolean json;

        @Option(names = "--jsonl", description = "One line of JSON a host and task instead of text.")
        private boolean jsonl;
    }

    /** Complains of files that cannot be written before anything is posted. */
    public void checkFiles() {
        Stream.of(html, junit).flatMap(Optional::stream).forEach(file -> {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(Files.exists(file) ? file : folder) || Files.isDirectory(file)) {
                throw new LabcastException("the report cannot be written to " + file
                        + ": name a file in a folder that exists and is yours");
            }
        });
    }

    void show(JobReport report, Console console) {
        if (form.json) {
            console.print(JsonReport.render(report));
        } else if (form.jsonl) {
            console.print(JsonLinesReport.render(report));
        } else {
            console.print(new TextReport(console.style()).render(report));
        }
        writeFiles(List.of(report), console);
    }

    /** What the canaries did, for the person who is to decide; machines get all at the end. */
    public void showFirst(JobReport canary, Console console) {
        if (!form.json && !form.jsonl) {
            console.print(new TextReport(console.style()).render(canary));
        }
    }

    /** All of it, but for what {@link #showFirst} has shown. */
    public void show(CanaryReport both, Console console) {
        if (form.json) {
            console.print(JsonReport.render(both));
        } else if (form.jsonl) {
            both.jobs().forEach(report -> console.print(JsonLinesReport.render(report)));
        } else if (both.rest().isPresent()) {
            console.print(new TextReport(console.style()).render(both.rest().get()));
            console.print(both.summary(console.style()));
        }
        writeFiles(both.jobs(), console);
    }

    private void writeFiles(List<JobReport> reports, Console console) {
        html.ifPresent(file -> write(file, new HtmlReport(console.zone()).render(reports)));
        junit.ifPresent(file -> write(file, JUnitReport.render(reports)));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabcastException("the report could not be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
