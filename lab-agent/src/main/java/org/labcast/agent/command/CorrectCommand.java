package org.labcast.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.agent.core.FileFault;
import org.labcast.agent.rules.RuleCheck;
import org.labcast.agent.rules.RuleFolder;
import org.labcast.agent.rules.RuleSet;
import org.labcast.model.result.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab-agent correct}: what the agent would make of a failure. Needs neither configuration nor rights. */
@Command(
        name = "correct",
        description = "Shows what could be run instead of a command that failed. Runs nothing, unless told --run.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --jsonl, each line {\"id\",\"command\",\"exitCode\",\"output\",\"facts\"} of standard input is answered by a line",
            "{\"id\",\"suggestions\":[{\"command\",\"rule\",\"risk\",\"why\",\"effect\",\"reason\"}]}; the manual lists the facts.",
            "",
            "Exit codes: 0 there are suggestions, or every line was a case, or all rule files are well; 1 otherwise; 64 wrong usage.",
            "",
            "Examples:",
            "  lab-agent correct 'apt-get instal vim' --exit 100 --output said.txt",
            "  lab-agent correct 'sytemctl status ssh' --exit 127",
            "  lab-agent correct --run 'tar xzf data.tar.xz'",
            "  lab-agent correct --jsonl < cases.jsonl",
            "  lab-agent correct --check-rules /etc/labcast/rules.d"
        })
public final class CorrectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command line that failed, in quotes.")
    private List<String> command = List.of();

    @Option(names = "--exit", paramLabel = "CODE", description = "Its exit code (default: 1).")
    private Optional<Integer> exit = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "What it printed, errors included; '-' is standard input.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--run",
            description = "Run the command once, here and now, as an agent would but as you, and look at how it fails.")
    private boolean run;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files of the lab's own (default: /etc/labcast/rules.d, where you may read it).")
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--check-rules",
            paramLabel = "DIR",
            description = "Look for mistakes in the rule files of a folder, and try their examples.")
    private Optional<Path> checkRules = Optional.empty();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Option(names = "--jsonl", description = "Answer recorded failures from standard input.")
    private boolean jsonl;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        if (checkRules.isPresent()) {
            RuleCheck checked = RuleCheck.of(folder(checkRules.get()));
            checked.print(spec.commandLine().getOut());
            return checked.passed() ? 0 : CorrectionAnswers.NONE;
        }
        CorrectionAnswers answers = new CorrectionAnswers(spec.commandLine().getOut(), rules());
        if (jsonl) {
            return answers.cases();
        }
        String text = command.get(0);
        return run ? answers.tried(text, json) : answers.recorded(text, exit.orElse(1), output.map(this::read), json);
    }

    private RuleSet rules() {
        return rules.map(this::folder)
                .<RuleSet>map(folder -> new RuleFolder(folder).get())
                .orElseGet(CorrectionAnswers::usualRules);
    }

    private Path folder(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw wrong(folder + " is no folder that you may read.");
        }
        return folder;
    }

    private void check() {
        if (checkRules.isPresent()) {
            if (spec.commandLine().getParseResult().matchedArgs().size() > 1) {
                throw wrong("--check-rules stands alone.");
            }
            return;
        }
        boolean recorded = exit.isPresent() || output.isPresent();
        if (jsonl && (!command.isEmpty() || recorded || run || json)) {
            throw wrong("--jsonl stands alone: each line says what the other arguments would.");
        }
        if (!jsonl && command.size() != 1) {
            throw wrong(
                    command.isEmpty()
                            ? "Say which command failed, such as lab-agent correct 'apt-get instal vim'."
                            : "Put the whole command line in quotes, as one argument.");
        }
        if (run && recorded) {
            throw wrong(
                    "With --run, the exit code and the output are those of the run: leave --exit and --output out.");
        }
        if (exit.isPresent() && (exit.get() < 0 || exit.get() > 255)) {
            throw wrong("An exit code is 0 to 255, not " + exit.get() + ".");
        }
    }

    private Output read(String file) {
        try {
            return CorrectionAnswers.read(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "Cannot read " + file + ": " + FileFault.of(e) + ".", e);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
