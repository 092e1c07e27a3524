package org.labcast.deploy.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.labcast.agent.worker.MachineCorrections;
import org.labcast.correction.Corrector;
import org.labcast.correction.Diagnosis;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.Rules;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Prints what a correction costs; see {@code deploy/benchmark}. */
public final class Corrections {
    private static final String SLOWEST = "--slowest";

    private Corrections() {}

    public static void main(String[] args) throws RunnerException {
        if (args.length == 1 && args[0].equals(SLOWEST)) {
            slowest();
            return;
        }
        first();
        Statistics search = null;
        for (String name : new String[] {"oneSearch", "correction"}) {
            RunResult result = run(name);
            Statistics times = result.getPrimaryResult().getStatistics();
            search = search == null ? times : search;
            double median = times.getPercentile(50);
            print("%-42s %8.1f us   %.1f", name + ", median", median, median / search.getPercentile(50));
            print(
                    "%-42s %8.1f us   %.1f",
                    name + ", 99th percentile",
                    times.getPercentile(99),
                    times.getPercentile(99) / search.getPercentile(50));
            print("%-42s %8.1f KiB", name + ", allocated", allocated(result) / 1024);
        }
        growth();
    }

    private static RunResult run(String name) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(CorrectionBenchmark.class.getName() + "." + name + "$")
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        // As the agent itself runs.
                        .jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-Xss512k")
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** In a process that has not corrected anything yet: loads the engine and all rules. */
    private static void first() {
        MachineFacts machine = SyntheticMachine.facts();
        long from = System.nanoTime();
        corrector().diagnose(SampleFailures.ALL.get(0), machine);
        print("%-42s %8.1f ms", "first correction, engine loaded", (System.nanoTime() - from) / 1e6);
        MachineCorrections.rehearse();
        from = System.nanoTime();
        corrector().diagnose(SampleFailures.ALL.get(1), machine);
        print("%-42s %8.1f ms", "first correction of a warm agent", (System.nanoTime() - from) / 1e6);
    }

    private static void growth() {
        MachineFacts machine = SyntheticMachine.facts();
        Corrector corrector = corrector();
        correct(corrector, machine, 10_000);
        double early = used();
        correct(corrector, machine, 90_000);
        print("%-42s %8.1f MiB", "heap after 10,000 corrections", early);
        print("%-42s %8.1f MiB", "heap after 100,000 corrections", used());
    }

    private static void correct(Corrector corrector, MachineFacts machine, int times) {
        for (int i = 0; i < times; i++) {
            diagnose(corrector, machine, i);
        }
    }

    private static Diagnosis diagnose(Corrector corrector, MachineFacts machine, int i) {
        return corrector.diagnose(SampleFailures.ALL.get(i % SampleFailures.ALL.size()), machine);
    }

    private static double used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }

    /** CPU time of each failure, and of each rule on all of them, to find out what to make faster. */
    private static void slowest() {
        MachineFacts machine = SyntheticMachine.facts();
        Corrector all = corrector();
        correct(all, machine, 20_000);
        SampleFailures.ALL.forEach(failed ->
                print("%9.1f us  %s", microseconds(100, i -> all.diagnose(failed, machine)), failed.command()));
        Corrector none = new Corrector(List.of(), List.of(), (rule, failed, cause) -> {});
        double rest = microseconds(2_000, i -> diagnose(none, machine, i));
        print("%9.1f us  without any rule", rest);
        Rules.ALL.forEach(rule -> {
            Corrector one = new Corrector(List.of(), List.of(rule), (name, failed, cause) -> {});
            correct(one, machine, 2_000);
            print("%9.1f us  %s", microseconds(2_000, i -> diagnose(one, machine, i)) - rest, rule.name());
        });
    }

    private static double microseconds(int times, IntConsumer work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.accept(i);
        }
        return (threads.getCurrentThreadCpuTime() - from) / 1e3 / times;
    }

    private static Corrector corrector() {
        return new Corrector((rule, failed, cause) -> {
            throw new IllegalStateException(rule + " crashed", cause);
        });
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
