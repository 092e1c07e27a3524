package org.labcast.deploy.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures corrections by running them; started by {@code deploy/measure-corrections}. */
@Command(
        name = "measure-corrections",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Signs each case's command and pushes it through a broker to an agent on a machine of its own (a container with"
                    + " systemd, in a network that leads nowhere else), and checks whether what was meant is done.",
            "",
            "Each case is mended unattended, shown, told before it ran, answered wrongly or by nothing, or harmful: the"
                    + " agent ran what nobody asked for.",
            "",
            "Exit codes: 0 the rates are at least the floors and nothing is harmful, 1 otherwise, 64 wrong usage."
        },
        exitCodeOnInvalidInput = 64)
final class MeasureCorrections implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--cases", arity = "1..*", paramLabel = "FILE", required = true, description = "JSON lines.")
    private List<Path> files = List.of();

    @Option(names = "--only", arity = "1..*", paramLabel = "ID", description = "Leave the other cases out.")
    private List<String> only = List.of();

    @Option(names = "--jobs", paramLabel = "N", description = "Machines at a time (default: ${DEFAULT-VALUE}).")
    private int jobs = 2;

    @Option(
            names = "--floor",
            paramLabel = "PERCENT",
            description = "The least rate of what is right, mended or shown (default: ${DEFAULT-VALUE}).")
    private int floor = 95;

    @Option(
            names = "--floor-mended",
            paramLabel = "PERCENT",
            description =
                    "The least rate of what is mended unattended, of all that can be mended (default: ${DEFAULT-VALUE}).")
    private int floorMended = 0;

    @Option(
            names = "--compare",
            description =
                    "Ask thefuck too, in the same machines, where it is installed there; and say what a correction costs.")
    private boolean compare;

    @Option(names = "--json", description = "A line of JSON for each case.")
    private boolean json;

    @Option(
            names = "--verify-cases",
            description = "Ask no agent: try the corrections that are known to be good, to test the cases themselves.")
    private boolean verify;

    @Option(names = "--setups", paramLabel = "FILE", description = "Shell text for cases that bring no setup.")
    private Path setups;

    @Option(names = "--image", paramLabel = "NAME", description = "The machines' (default: ${DEFAULT-VALUE}).")
    private String image = "labcast/machine";

    @Option(names = "--labcast", paramLabel = "FOLDER", required = true, description = "What mvn package has made.")
    private Path labcast;

    @Option(names = "--run", paramLabel = "NAME", description = "The containers' value of org.labcast.measure.")
    private String run = "";

    private final PrintStream out = System.out;

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new MeasureCorrections());
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            if (!(e instanceof IOException)) {
                throw e;
            }
            failed.getErr().println("measure-corrections: " + e);
            return 1;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Comparison> comparison = compare ? Optional.of(new Comparison()) : Optional.empty();
        Trial trial = new Trial(image, labcast.toAbsolutePath(), run, comparison);
        Rate all = verify ? knownOnes(trial) : pushed(trial);
        comparison.ifPresent(other -> report(other.toString()));
        report("all: " + all);
        boolean enough = all.isRight(floor);
        if (!enough) {
            report("Less is right than the floor of " + floor + " %.");
        }
        boolean mended = verify || all.isMended(floorMended);
        if (!mended) {
            report("Less is mended than the floor of " + floorMended + " %.");
        }
        if (all.harmful() > 0) {
            report("Something ran unattended that nobody asked for.");
        }
        return enough && mended && all.harmful() == 0 ? 0 : 1;
    }

    private Rate pushed(Trial trial) throws IOException, InterruptedException {
        int hosts = 0;
        for (Path file : files) {
            hosts += cases(file).size();
        }
        Rate all = Rate.NONE;
        try (MeasuredLab lab = new MeasuredLab(labcast.toAbsolutePath(), run, hosts)) {
            for (Path file : files) {
                all = all.plus(rate(
                        file,
                        cases(file).stream()
                                .<Callable<Finding>>map(mistake -> () -> trial.pushed(mistake, lab))
                                .toList()));
            }
        }
        return all;
    }

    private Rate knownOnes(Trial trial) throws IOException, InterruptedException {
        Rate all = Rate.NONE;
        for (Path file : files) {
            all = all.plus(rate(
                    file,
                    cases(file).stream()
                            .flatMap(mistake -> mistake.expected().stream()
                                    .<Callable<Finding>>map(expected -> () -> trial.known(mistake, expected)))
                            .toList()));
        }
        return all;
    }

    private Rate rate(Path file, List<Callable<Finding>> tries) throws IOException, InterruptedException {
        Rate rate = Rate.of(inParallel(tries));
        report(file.getFileName() + ": " + rate);
        return rate;
    }

    private void report(String text) {
        (json ? System.err : out).println(text);
    }

    private List<Mistake> cases(Path file) throws IOException {
        String setup = setups == null ? "" : Files.readString(setups);
        return CaseFile.read(file).stream()
                .filter(mistake -> only.isEmpty() || only.contains(mistake.id()))
                .map(mistake -> mistake.setup().isEmpty()
                        ? mistake.withSetup("category='" + mistake.category() + "'\n" + setup)
                        : mistake)
                .toList();
    }

    private List<Finding> inParallel(List<Callable<Finding>> tries) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Finding>> futures = tries.stream().map(workers::submit).toList();
            List<Finding> findings = new ArrayList<>();
            for (Future<Finding> future : futures) {
                Finding finding = future.get();
                findings.add(finding);
                print(finding);
            }
            return findings;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the measurement broke", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private void print(Finding finding) throws IOException {
        Mistake mistake = finding.mistake();
        if (json) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("id", mistake.id());
            fields.put("category", mistake.category());
            fields.put("command", mistake.command());
            fields.put("verdict", finding.verdict().toString());
            fields.put("suggestion", finding.suggestion());
            fields.put("risk", finding.risk());
            fields.put("detail", finding.detail());
            out.println(JSON.writeValueAsString(fields));
            return;
        }
        out.printf("%-24s %-16s %s", finding.verdict(), mistake.id(), mistake.command());
        if (!finding.suggestion().isEmpty()) {
            out.printf("  ->  %s  %s", finding.suggestion(), finding.risk());
        }
        out.println();
        if (!finding.ok() && !finding.detail().isEmpty()) {
            out.println(finding.detail().indent(8).stripTrailing());
        }
    }
}
