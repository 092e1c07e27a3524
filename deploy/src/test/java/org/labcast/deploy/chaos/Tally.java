package org.labcast.deploy.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares what commands did with what the reports say. */
final class Tally {
    private final Storm storm;
    private final Map<String, Long> begun;
    private final Set<String> finished;
    private final Map<String, Integer> states = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> doubles = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> misreported = new ArrayList<>();
    private final List<String> interrupted = new ArrayList<>();
    private final List<String> couldBeKnown = new ArrayList<>();
    private int known;
    private int commands;

    private Tally(Storm storm, Path lab) throws IOException {
        this.storm = storm;
        this.begun = new HashMap<>();
        for (String word : words(lab.resolve("begun"))) {
            begun.merge(word, 1L, Long::sum);
        }
        this.finished = new HashSet<>(words(lab.resolve("finished")));
    }

    private static List<String> words(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    static Tally of(Storm storm, Path lab, Map<String, JsonNode> reports) throws IOException {
        Tally tally = new Tally(storm, lab);
        tally.begun.forEach((word, times) -> {
            if (times > 1) {
                tally.doubles.add(word + " ran " + times + " times");
            }
        });
        reports.forEach(
                (name, report) -> tally.add(Objects.requireNonNull(storm.jobs().get(name)), report));
        storm.jobs().values().stream()
                .filter(job -> !reports.containsKey(job.name()))
                .forEach(tally::addUnknown);
        return tally;
    }

    private void add(Pushed job, JsonNode report) {
        known++;
        commands += job.commands();
        String state = report.at("/hosts/0/state").asText();
        if (!Storm.FINAL.contains(state)) {
            lost.add(job.name() + " is " + (state.isEmpty() ? "unknown" : state));
        }
        report.path("refused")
                .forEach(refused -> refusals.merge(
                        refused.path("reason").asText(), refused.path("times").asInt(), Integer::sum));
        Set<String> told = new HashSet<>();
        report.at("/hosts/0/tasks").forEach(task -> {
            String word = job.word(task.get("task").asInt() - 1);
            told.add(word);
            judge(word, task.get("state").asText());
        });
        job.words().stream()
                .filter(word -> !told.contains(word) && begun.containsKey(word))
                .forEach(word -> misreported.add(word + " ran, and its job is " + state));
    }

    private void judge(String word, String said) {
        states.merge(said, 1, Integer::sum);
        boolean ran = begun.containsKey(word);
        boolean whole = finished.contains(word);
        if (said.equals("SUCCEEDED") && !(ran && whole)) {
            misreported.add(word + " is SUCCEEDED and " + (ran ? "did not finish" : "did not run"));
        } else if (ran && said.equals("SKIPPED")) {
            misreported.add(word + " is SKIPPED and ran");
        } else if (said.equals("INTERRUPTED")) {
            (whole ? couldBeKnown : interrupted).add(word);
        } else if (said.equals("FAILED")) {
            misreported.add(word + " is FAILED");
        }
    }

    /** Its publisher never said that it was posted: it may be, unless it has said that it is not. */
    private void addUnknown(Pushed job) {
        Optional<Integer> exit = storm.exitOf(job.name());
        if (exit.filter(code -> code == 1).isPresent()) {
            job.words().stream()
                    .filter(begun::containsKey)
                    .forEach(word -> misreported.add(word + " ran, and its publisher said that nothing was posted"));
        }
    }

    /** Prints the numbers; returns how many faults there are. */
    int print() {
        System.out.println("trials       " + storm.count() + " " + storm.trials());
        System.out.println("jobs         " + storm.jobs().size() + ", " + known + " known to be posted");
        System.out.println("commands     " + commands + " " + states);
        System.out.println("runs         "
                + begun.values().stream().mapToLong(Long::longValue).sum());
        System.out.println("interrupted  " + (interrupted.size() + couldBeKnown.size()) + ", of which "
                + couldBeKnown.size() + " had finished" + (couldBeKnown.isEmpty() ? "" : " " + couldBeKnown));
        System.out.println("refused      "
                + refusals.values().stream().mapToInt(Integer::intValue).sum() + " answers"
                + (refusals.isEmpty() ? "" : " " + refusals));
        print("double runs ", doubles);
        print("lost        ", lost);
        print("misreported ", misreported);
        if (3 * known < storm.jobs().size()) {
            System.out.println("Too few jobs were posted for these numbers to say anything.");
            return 1;
        }
        return doubles.size() + lost.size() + misreported.size() + refusals.size();
    }

    private static void print(String what, List<String> faults) {
        System.out.println(what + " " + faults.size() + (faults.isEmpty() ? "" : " " + faults));
    }
}
