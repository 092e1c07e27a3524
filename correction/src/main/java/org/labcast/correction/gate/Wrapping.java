package org.labcast.correction.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** What stands before a command's name: wrappers such as sudo and env with their options, and variables that are set for it. */
final class Wrapping {
    /**
     * Options that only say as whom, where, how long and how fast: letters, then long names. Others run text, change the root folder, or
     * write files ({@code env -S}, {@code sudo -R}, {@code time -o}).
     */
    private static final Map<String, Tame> TAME = Map.ofEntries(
            Map.entry("sudo", new Tame("nEHSug", "user group non-interactive preserve-env set-home")),
            Map.entry("doas", new Tame("nu", "")),
            Map.entry("env", new Tame("iuC", "unset chdir ignore-environment")),
            Map.entry("nice", new Tame("n0123456789", "adjustment")),
            Map.entry("ionice", new Tame("cnt0123456789", "class classdata ignore")),
            Map.entry("timeout", new Tame("ksv", "kill-after signal foreground preserve-status verbose")),
            Map.entry("stdbuf", new Tame("ioe", "input output error")),
            Map.entry("setsid", new Tame("wfc", "wait fork ctty")),
            Map.entry("time", new Tame("pv", "portability verbose")),
            Map.entry("nohup", new Tame("", "")));

    /** Variables by which a program finds other programs, code or settings to run. */
    private static final Pattern OBEYED = Pattern.compile(
            "(?:LD|DYLD|GCONV|BASH|PERL|PERL5|PYTHON|RUBY|NODE|NPM|JAVA|JDK|MAVEN|GRADLE|GO|CARGO|RUST|SSH|RSYNC|TAR|XDG|APT|DPKG|DEBCONF|GIT|HG|SVN|LESS"
                    + "|MALLOC|RES|GLIBC|GTK|QT)_?.*|DEB_.*|.*(?:PATH|PAGER|EDITOR|BROWSER|COMMAND|OPTS?|OPTIONS|FLAGS|OPEN|CLOSE|PRELOAD|ASKPASS|HOOK|WRAPPER"
                    + "|SHELL|EXEC|DIFF|RC)|HOME|IFS|ENV|VISUAL|SHELLOPTS|PS[0-4]|HOSTALIASES|CURL_HOME|GZIP|XZ_DEFAULTS|TMPDIR");
    /** Of those: names, addresses and dates for a commit, no questions, no colours. */
    private static final Pattern IDLE = Pattern.compile(
            "GIT_(?:AUTHOR|COMMITTER)_(?:NAME|EMAIL|DATE)|GIT_TERMINAL_PROMPT|APT_LISTCHANGES_FRONTEND|DEBCONF_(?:FRONTEND|NONINTERACTIVE_SEEN)|NO_COLOR");

    private static final Set<String> NO_PAGER = Set.of("", "cat", "less", "more");

    private record Tame(String letters, Set<String> names) {
        Tame(String letters, String names) {
            this(letters, Set.of(names.split(" ")));
        }

        boolean allows(Word option) {
            String value = option.value();
            return value.startsWith("--")
                    ? value.equals("--") || names.contains(value.substring(2).replaceFirst("=.*", ""))
                    : value.length() > 1 && letters.indexOf(value.charAt(1)) >= 0 && isCluster(value);
        }

        /** What follows the first letter is its value, or other letters of ours. */
        private boolean isCluster(String value) {
            return value.length() == 2
                    || (value.substring(2).matches("[A-Za-z0-9_.-]+") && !value.matches("-[nEHSiwfcpv]{2,}"))
                    || value.substring(1).chars().allMatch(c -> letters.indexOf(c) >= 0);
        }
    }

    private Wrapping() {}

    /** What may make another command of it; nothing when all is known to leave it as it is. */
    static Optional<String> objection(SimpleCommand command) {
        List<Word> before = command.words()
                .subList(0, Math.min(command.name(), command.words().size()));
        String wrapper = "";
        for (Word word : before) {
            if (TAME.containsKey(word.value())) {
                wrapper = word.value();
            } else if (word.is("exec")) {
                return Optional.of("exec replaces the shell");
            } else if (word.option()
                    && !(TAME.containsKey(wrapper) && TAME.get(wrapper).allows(word))) {
                return Optional.of("option " + word.value() + " of " + wrapper + " is not in the effect tables");
            }
        }
        return Stream.concat(command.assignments().stream(), before.stream().filter(Wrapping::isAssignment))
                .filter(Wrapping::isObeyed)
                .findFirst()
                .map(word ->
                        "the variable " + word.value().replaceFirst("=.*", "") + " may make it run something else");
    }

    private static boolean isAssignment(Word word) {
        return word.value().matches("(?s)[A-Za-z_]\\w*=.*");
    }

    private static boolean isObeyed(Word word) {
        String name = word.value().replaceFirst("(?s)\\+?=.*", "");
        String value = word.value().replaceFirst("(?s)^[^=]*=", "");
        boolean noPager = name.endsWith("PAGER") && word.literal() && NO_PAGER.contains(value);
        return OBEYED.matcher(name).matches() && !IDLE.matcher(name).matches() && !noPager;
    }
}
