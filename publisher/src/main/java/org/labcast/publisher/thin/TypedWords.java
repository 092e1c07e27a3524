package org.labcast.publisher.thin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A command line, understood as far as it must be before the real parser sees it. */
final class TypedWords {
    private static final Set<String> POSTING = Set.of("push", "reissue", "repost", "cancel", "services", "logs");

    private final List<String> words;
    private final Path home;
    private final String command;

    TypedWords(List<String> words) {
        this.words = words;
        String folder = "";
        String first = "";
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            String word = words.get(i);
            if (word.equals("--home") && i + 1 < words.size()) {
                folder = words.get(++i);
            } else if (word.startsWith("--home=")) {
                folder = word.substring("--home=".length());
            } else if (first.isEmpty() && !word.startsWith("-")) {
                first = word;
            }
        }
        this.home = locate(folder);
        this.command = first;
    }

    /** As the publisher does; were the two to differ, the resident publisher would work on the other home all the same. */
    private static Path locate(String option) {
        String variable = System.getenv("LABCAST_HOME");
        Path path;
        if (!option.isEmpty()) {
            path = Path.of(option);
        } else if (variable != null && !variable.isBlank()) {
            path = Path.of(variable);
        } else {
            path = Path.of(System.getProperty("user.home"), ".labcast");
        }
        return path.toAbsolutePath().normalize();
    }

    List<String> all() {
        return words;
    }

    Path home() {
        return home;
    }

    /** gpg asks for a passphrase at the terminal of the process that calls it. */
    boolean isForResident() {
        Path settings = home.resolve("publisher.conf");
        try {
            for (String line : Files.readAllLines(settings)) {
                if (line.strip().startsWith("gpg.key")) {
                    return false;
                }
            }
            return Files.isWritable(home);
        } catch (java.io.IOException e) {
            return false; // no home yet, or not ours
        }
    }

    boolean mayPost() {
        return POSTING.contains(command);
    }

    /** Whether the waiting can go on by itself, should the resident publisher be killed. */
    boolean isResumable() {
        return command.equals("push") && words.stream().noneMatch(word -> word.startsWith("--canary"));
    }

    List<String> resuming(String job) {
        List<String> again = new ArrayList<>(words.subList(0, words.indexOf("push") + 1));
        again.add("--resume=" + job);
        again.addAll(words.subList(words.indexOf("push") + 1, words.size()));
        return again;
    }
}
