package org.labcast.agent.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.agent.core.FileFault;
import org.labcast.correction.Advice;
import org.labcast.correction.Rule;
import org.labcast.correction.Rules;

/** The rule files of a directory, in the order of their names: {@code *.yaml}, {@code *.yml} and {@code *.json}. */
final class RuleFiles {
    static final int MOST_FILES = 100;
    static final int MOST_RULES = 1_000;
    /** Hidden files are left alone: editors keep theirs beside what they edit. */
    private static final Pattern NAME = Pattern.compile("[^.].*\\.(?:ya?ml|json)");

    private final Map<String, String> taken = new HashMap<>();
    private int rules;

    private RuleFiles() {
        Rules.ALL.stream().map(Rule::name).forEach(this::takeBuiltIn);
        Rules.ADVICE.stream().map(Advice::name).forEach(this::takeBuiltIn);
    }

    private void takeBuiltIn(String name) {
        taken.put(name, "built in");
    }

    /** Every file with its rules and faults; a directory that cannot be used is listed as a file without rules. */
    static List<RuleFile> read(Path directory, FileGuard guard) {
        List<Path> paths;
        try {
            paths = list(directory);
        } catch (IOException e) {
            return List.of(RuleFile.refused(directory, "The directory cannot be listed: " + FileFault.of(e) + "."));
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        return guard.objection(directory)
                .map(objection -> List.of(RuleFile.refused(directory, objection)))
                .orElseGet(() -> new RuleFiles().readAll(paths, guard));
    }

    /** The files that count, sorted; none when the directory does not exist. */
    static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private List<RuleFile> readAll(List<Path> paths, FileGuard guard) {
        List<RuleFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (files.size() >= MOST_FILES) {
                files.add(RuleFile.refused(
                        path, "There are " + MOST_FILES + " files before this one; put rules together."));
                break;
            }
            files.add(guard.objection(path)
                    .map(objection -> RuleFile.refused(path, objection))
                    .orElseGet(() -> checked(RuleFile.read(path))));
        }
        return List.copyOf(files);
    }

    /** Names are unique on a host, and there is an end to their number. */
    private RuleFile checked(RuleFile file) {
        RuleFile checked = file;
        for (LabRule rule : file.rules()) {
            String here = "in " + file.path() + ":" + rule.place().line();
            String other = taken.putIfAbsent(rule.name(), here);
            if (other != null) {
                checked = checked.with(
                        rule.place(),
                        "There is a rule " + rule.name() + " already, " + other + "; choose another name.");
            }
        }
        rules += file.rules().size() + file.effects().size();
        return rules <= MOST_RULES
                ? checked
                : checked.with(
                        Place.START,
                        "With this file there are more than " + MOST_RULES + " rules and effect rows; remove some.");
    }
}
