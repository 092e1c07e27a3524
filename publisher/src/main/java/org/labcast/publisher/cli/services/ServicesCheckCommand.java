package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.HomeOption;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.services.client.ServiceExit;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.ServicePort;
import org.labcast.text.Printable;
import org.labcast.transport.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks descriptions; talks to nobody. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks descriptions: syntax, names, properties, and that the styles of what is attached go together.")
final class ServicesCheckCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The descriptions.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--with", paramLabel = "FILE", description = "A file that declares what the others name.")
    private List<Path> with = new ArrayList<>();

    @Option(names = "--strict", description = "Warnings are errors.")
    private boolean strict;

    @Option(names = "--syntax-only", description = "Reads the files, and does not look at what they mean.")
    private boolean syntaxOnly;

    @Option(names = "--json", description = "Prints the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Checked checked = checked();
        Console console = home.console();
        if (json) {
            console.print(Codec.encode(new Report(
                            checked.good(),
                            checked.findings().stream().map(Line::of).toList()))
                    .text());
        } else {
            print(checked, console);
        }
        return checked.good() ? 0 : ServiceExit.FINDINGS;
    }

    private Checked checked() {
        try {
            List<Document> read = DescriptionFiles.read(files);
            List<Document> others = DescriptionFiles.read(with);
            return syntaxOnly ? syntax(read) : Checker.check(read, others, strict);
        } catch (AcmeSyntaxException e) {
            return Checked.only(List.of(e.finding()));
        }
    }

    private Checked syntax(List<Document> read) {
        return Checked.only(read.stream()
                .flatMap(document -> document.remarks().stream())
                .map(found -> strict ? Finding.error(found.at(), found.message()) : found)
                .toList());
    }

    private void print(Checked checked, Console console) {
        checked.findings().forEach(found -> console.warn(Printable.of(found.toString())));
        long errors = count(checked, Severity.ERROR);
        long warnings = count(checked, Severity.WARNING);
        List<String> services =
                checked.services().stream().map(ServicePort::fullName).toList();
        List<String> applications =
                checked.clients().stream().map(ClientApplication::component).toList();
        console.print(Printable.of(counted(errors, "error") + ", " + counted(warnings, "warning") + "."
                + sentence("Offers", services) + sentence("Applications", applications)));
    }

    private static String sentence(String what, List<String> names) {
        return names.isEmpty() ? "" : " " + what + ": " + String.join(", ", names) + ".";
    }

    private static long count(Checked checked, Severity severity) {
        return checked.findings().stream()
                .filter(found -> found.severity() == severity)
                .count();
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** What {@code check --json} prints. */
    record Report(boolean good, List<Line> findings) {}

    /** One finding in it. */
    record Line(String file, int line, int column, String severity, String message) {
        static Line of(Finding found) {
            return new Line(
                    found.at().file(),
                    found.at().line(),
                    found.at().column(),
                    found.severity().name().toLowerCase(Locale.ROOT),
                    found.message());
        }
    }
}
