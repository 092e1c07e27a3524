package org.labcast.correction.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands that run another command given behind them: where that one begins. */
final class Wrappers {
    static final Set<String> RAISES = Set.of("sudo", "doas");

    /** Wrapper to the options that take a value of their own (sudo(8), env(1), nice(1), timeout(1), ionice(1)). */
    private static final Map<String, Set<String>> VALUED = Map.ofEntries(
            Map.entry(
                    "sudo",
                    Set.of("-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T", "-r", "-t", "-U", "--user", "--group")),
            Map.entry("doas", Set.of("-u", "-C")),
            Map.entry("env", Set.of("-u", "-C", "--unset", "--chdir")),
            Map.entry("nice", Set.of("-n", "--adjustment")),
            Map.entry("ionice", Set.of("-c", "-n", "--class", "--classdata")),
            Map.entry("timeout", Set.of("-k", "-s", "--kill-after", "--signal")),
            Map.entry("stdbuf", Set.of("-i", "-o", "-e")),
            Map.entry("nohup", Set.of()),
            Map.entry("setsid", Set.of()),
            Map.entry("exec", Set.of("-a")),
            Map.entry("time", Set.of("-f", "-o")));

    private Wrappers() {}

    /** Index of the word that names the command which does the work. */
    static int behind(List<Word> words) {
        int at = 0;
        while (at < words.size() && VALUED.containsKey(words.get(at).value())) {
            at = behindOne(words, at);
        }
        return at;
    }

    private static int behindOne(List<Word> words, int wrapper) {
        String name = words.get(wrapper).value();
        Set<String> valued = VALUED.getOrDefault(name, Set.of());
        int at = wrapper + 1;
        while (at < words.size() && (words.get(at).option() || SimpleCommandReader.isAssignment(words.get(at)))) {
            at += valued.contains(words.get(at).value()) ? 2 : 1;
        }
        return Math.min(words.size(), name.equals("timeout") ? at + 1 : at);
    }
}
