package org.labcast.agent.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.labcast.agent.cases.CaseStream;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.FileFault;
import org.labcast.agent.machine.LinuxMachineFacts;
import org.labcast.agent.machine.MachineCatalog;
import org.labcast.agent.output.RecordedOutputs;
import org.labcast.agent.process.Surroundings;
import org.labcast.agent.rules.RuleFolder;
import org.labcast.agent.rules.RuleSet;
import org.labcast.agent.worker.Failures;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.FailedCommand;
import org.labcast.correction.MachineFacts;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Output;

/** What {@code lab-agent correct} answers, however its arguments were read. Exit codes: 0 there is a suggestion, 1 there is none. */
final class CorrectionAnswers {
    static final int NONE = 1;

    private final PrintWriter out;
    private final RuleSet rules;
    private final MachineCatalog known = new MachineCatalog(Clock.systemUTC());

    CorrectionAnswers(PrintWriter out, RuleSet rules) {
        this.out = out;
        this.rules = rules;
    }

    /** The rules of the lab, where this user may read them. */
    static RuleSet usualRules() {
        Path usual = new AgentPaths(Path.of("/etc/labcast"), Path.of("/var/lib/labcast")).rules();
        return Files.isReadable(usual) ? new RuleFolder(usual).get() : RuleSet.EMPTY;
    }

    static Output read(String file) throws IOException {
        try (InputStream stream = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            return RecordedOutputs.read(stream);
        }
    }

    int recorded(String command, int exit, Optional<Output> output, boolean json) {
        FailedCommand failed = Failures.of(command, exit, Output.NONE, output.orElse(Output.NONE));
        Diagnosis diagnosis = rules.corrector().diagnose(failed, here(ownSearchPath()));
        return show(new CorrectionReport(command, Optional.empty(), output.isPresent(), diagnosis), json);
    }

    int tried(String command, boolean json) {
        TrialResult result = TrialResult.once(command);
        Diagnosis diagnosis = result.failed()
                .map(failed -> rules.corrector().diagnose(failed, here(result.searchPath())))
                .orElse(Diagnosis.NONE);
        return show(new CorrectionReport(command, Optional.of(result), true, diagnosis), json);
    }

    int cases() {
        try {
            return new CaseStream(rules.corrector(), () -> here(ownSearchPath())).answer(System.in, out) ? 0 : NONE;
        } catch (IOException e) {
            throw new AgentException("Cannot read standard input: " + FileFault.of(e) + ".", e);
        }
    }

    private int show(CorrectionReport report, boolean json) {
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        return report.diagnosis().corrections().isEmpty() ? NONE : 0;
    }

    private MachineFacts here(String searchPath) {
        Surroundings here = Surroundings.of(TaskOptions.DEFAULT);
        return LinuxMachineFacts.of(known, Path.of("").toAbsolutePath(), here.user(), searchPath);
    }

    /** Where the command was looked for when it failed in this user's own shell. */
    private static String ownSearchPath() {
        return Optional.ofNullable(System.getenv("PATH"))
                .orElseGet(() -> Surroundings.of(TaskOptions.DEFAULT).searchPath());
    }
}
