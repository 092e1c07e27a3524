package org.labcast.publisher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.labcast.model.LabcastException;
import org.labcast.model.order.Job;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.fix.CorrectedFile;
import org.labcast.publisher.fix.LearnedCorrection;
import org.labcast.publisher.fix.LearnedCorrections;
import org.labcast.publisher.fix.LearnedCorrectionsText;
import org.labcast.publisher.fix.UnifiedDiff;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.taskfile.TaskSource;
import org.labcast.publisher.text.ShellQuoting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a task file that needs no correction any more. */
@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        description = "Writes a copy of a job's task file in which the commands stand as the hosts corrected them.",
        footer = {
            "",
            "A command is taken where all hosts that corrected it ran the same instead, and none needed it as written.",
            "All else stays byte for byte. The difference is shown, and so is what was not taken, and why.",
            "",
            "Exit codes: 0 written, 1 nothing was written, 2 written, and something was left for you to look at,",
            "4 written, and some host has not answered yet, 5 written, and an answer was refused.",
            "",
            "Examples:",
            "  publisher fix last",
            "  publisher fix k3f7 -o next.txt --take-suggestions",
            "  publisher fix last -o - | ssh server 'cat > tasks.txt'"
        })
final class FixCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Option(
            names = {"--output", "-o"},
            paramLabel = "FILE",
            description = "Where to; '-': standard output. Else tasks.fixed.txt beside the tasks.txt that was pushed.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--force", description = "Overwrite a file that is there.")
    private boolean force;

    @Option(
            names = "--take-suggestions",
            description = "Take what was suggested, too, where nothing succeeded; look at it first, it has never run.")
    private boolean suggestions;

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            HostsCommand.collect(wiring, console);
            JobReport report = wiring.reader(job.find(wiring).job().id()).read();
            LearnedCorrections learned = LearnedCorrections.of(report, suggestions);
            Consumer<String> say = toStandardOutput() ? console::warn : console::print;
            Ansi ansi = new Ansi(console.colours(toStandardOutput() ? "err" : "out"));
            if (learned.taken().isEmpty()) {
                say.accept(LearnedCorrectionsText.render(learned, ansi)
                        + hints(report, learned)
                        + nothing(report, learned));
                return ExitCode.NOT_POSTED.number();
            }
            TaskSource source = source(wiring, report.job());
            CorrectedFile fixed = CorrectedFile.of(report.job(), source, learned);
            Path file = output.map(home::path).orElseGet(source::beside);
            Path called = toStandardOutput() ? source.beside() : file;
            say.accept(UnifiedDiff.render(source.name(), String.valueOf(called.getFileName()), fixed.edit(), ansi)
                    + "\n" + LearnedCorrectionsText.render(learned, ansi) + hints(report, learned)
                    + hasChanged(source));
            if (toStandardOutput()) {
                console.raw(fixed.edit().content(), false);
            } else {
                CopyFile.write(file, fixed.edit().content(), force);
                say.accept("\nWrote " + file + ". Next time: publisher push " + ShellQuoting.of(file.toString()));
            }
            return exit(report, learned).number();
        }
    }

    private boolean toStandardOutput() {
        return output.filter(STANDARD_OUTPUT::equals).isPresent();
    }

    private static String hints(JobReport report, LearnedCorrections learned) {
        return learned.left().stream().anyMatch(LearnedCorrection.Mended.class::isInstance)
                ? "When you want what is suggested: publisher fix "
                        + report.job().id() + " --take-suggestions\n"
                : "";
    }

    private static String nothing(JobReport report, LearnedCorrections learned) {
        int silent = report.missing().size();
        return (learned.isEmpty()
                        ? "Nothing to fix: no command of the job "
                                + report.job().id() + " was corrected"
                        : "Nothing was written")
                + (silent == 0
                        ? "."
                        : "; " + silent + " of " + report.hosts().size() + " hosts have not answered yet.");
    }

    private static TaskSource source(Wiring wiring, Job job) {
        return wiring.store()
                .jobs()
                .source(job.id())
                .orElseThrow(() -> new LabcastException("no task file was kept with the job " + job.id()
                        + ": correct the file by hand, 'publisher report " + job.id() + "' shows how"));
    }

    private static String hasChanged(TaskSource source) {
        try {
            byte[] now = Files.readAllBytes(Path.of(source.path()));
            return Arrays.equals(now, source.content().toArray())
                    ? ""
                    : source.path() + " has changed since: this is a copy of what was pushed.\n";
        } catch (IOException e) {
            return ""; // gone, or on another machine: nobody will take one for the other
        }
    }

    private static ExitCode exit(JobReport report, LearnedCorrections learned) {
        ExitCode known = ExitCode.of(report);
        if (known == ExitCode.MISSING || known == ExitCode.ANSWER_REFUSED) {
            return known;
        }
        return learned.left().isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
}
