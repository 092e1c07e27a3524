package org.labcast.publisher.cli.services;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.publisher.cli.Console;
import org.labcast.services.acme.AcmeSyntaxException;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Finding.Severity;
import org.labcast.services.check.Checked;
import org.labcast.services.check.Checker;
import org.labcast.text.Printable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both generators are given. */
final class GenerateOptions {
    @Parameters(paramLabel = "FILE", description = "The description.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path file;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "DIR",
            description = "The folder; what is in DIR/src is yours and stays as it is.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path folder;

    @Option(names = "--package", paramLabel = "NAME", description = "The Java package, such as lab.netmonitor.")
    private Optional<String> packageName = Optional.empty();

    Path file() {
        return file;
    }

    Path folder() {
        return folder;
    }

    Optional<String> packageName() {
        return packageName;
    }

    /** The descriptions when they are good; what is wrong with them has been printed. */
    Optional<Checked> checked(List<Path> with, Console console) {
        Checked checked = check(with);
        List<Finding> found = new ArrayList<>(checked.findings());
        found.removeIf(finding -> finding.severity() == Severity.NOTE);
        found.forEach(finding -> console.warn(Printable.of(finding.toString())));
        return checked.good() ? Optional.of(checked) : Optional.empty();
    }

    private Checked check(List<Path> with) {
        try {
            return Checker.check(DescriptionFiles.read(List.of(file)), DescriptionFiles.read(with), false);
        } catch (AcmeSyntaxException e) {
            return Checked.only(List.of(e.finding()));
        }
    }
}
